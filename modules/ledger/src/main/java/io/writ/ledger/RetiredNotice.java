package io.writ.ledger;

import io.writ.ledger.retention.RetiredRange;

/** A notice that bodies were retired, and where it stands. */
record RetiredNotice(RetiredRange range, long lane, long seq) {}
