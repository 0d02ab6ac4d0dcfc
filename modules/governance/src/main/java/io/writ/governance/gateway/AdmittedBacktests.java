package io.writ.governance.gateway;

/** How orders of backtests are let in. */
record AdmittedBacktests(Stages stages, Door door) {}
