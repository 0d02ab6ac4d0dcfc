package io.writ.governance.policy.backtest.report;

import java.time.Instant;
import java.util.Optional;

/**
 * What was evaluated.
 *
 * @param requested how many of the newest decisions were asked for
 * @param decisions found, of those that policy took part in
 * @param questions put to both bundles; a search has two
 * @param erased decisions whose input is gone
 * @param spoiled decisions whose stored input is not what the record says
 * @param unasked questions that were refused before any engine saw them
 * @param reproduced questions that the base had answered, and answers the same again
 * @param contradicted questions that the base had answered, and answers otherwise now
 */
public record InputCounts(
        long requested,
        long decisions,
        long questions,
        long erased,
        long spoiled,
        long unasked,
        long reproduced,
        long contradicted,
        Optional<Instant> oldest,
        Optional<Instant> newest) {}
