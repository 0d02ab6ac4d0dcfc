package io.writ.governance;

import io.writ.evidence.ClaimMap;

/** What a caller hands in to finish a session. The text is informative: the answer is rebuilt from accepted claims. */
public record Submission(ClaimMap claims, String responseText) {}
