package io.writ.governance.gateway;

/**
 * How backtests are let in.
 *
 * @param door of orders
 * @param looks of looks at one, which ask policy too
 */
record AdmittedBacktests(Stages stages, Door door, Door looks) {}
