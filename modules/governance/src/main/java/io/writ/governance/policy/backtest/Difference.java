package io.writ.governance.policy.backtest;

import java.util.UUID;

/**
 * A recorded decision that could not be reproduced.
 *
 * @param member which question of it
 */
public record Difference(UUID decision, String member, String expected, String found) {}
