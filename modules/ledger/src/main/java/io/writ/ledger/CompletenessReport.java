package io.writ.ledger;

/**
 * What was begun, and what became of it.
 *
 * @param intents how many effects and runs were announced
 * @param outcomes how many of them have an outcome
 * @param gaps how many of them the log itself says have none
 * @param open how many are not due yet
 */
public record CompletenessReport(long intents, long outcomes, long gaps, long open) {}
