package io.writ.governance;

import io.writ.evidence.EvidenceUnit;

/** One recorded evidence unit and the decision that released it. */
public record EvidenceRecord(String decisionId, EvidenceUnit unit) {}
