package io.writ.governance.policy.backtest;

import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.backtest.report.FlipSubject;

/** One difference between two answers. */
record Flip(FlipKind kind, FlipSubject subject) {}
