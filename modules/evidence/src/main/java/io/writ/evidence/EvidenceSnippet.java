package io.writ.evidence;

/** A short extract that shows a reader where a claim comes from. */
public record EvidenceSnippet(EvidenceId evidenceId, String location, String snippet) {}
