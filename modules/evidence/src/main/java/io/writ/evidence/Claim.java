package io.writ.evidence;

import java.util.List;

/** One statement of an answer and the evidence it cites. The id is computed by the finalize gate. */
public record Claim(String text, ClaimStatus status, List<EvidenceId> evidence, List<EvidenceSnippet> snippets) {

    public Claim {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("claim_text must not be blank");
        }
        evidence = evidence.stream().distinct().sorted().toList();
        snippets = List.copyOf(snippets);
    }
}
