package io.writ.governance.gateway;

import io.writ.governance.transcript.PolicyTrail;

/** Whether a principal may order and see backtests. */
sealed interface BacktestPermission {

    PolicyTrail trail();

    record Granted(PolicyTrail trail) implements BacktestPermission {}

    record Withheld(Objection objection, PolicyTrail trail) implements BacktestPermission {}
}
