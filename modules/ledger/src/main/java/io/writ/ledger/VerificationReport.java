package io.writ.ledger;

import java.util.List;

/**
 * What a verification found.
 *
 * @param lanes how many lanes were read
 * @param entries how many entries were re-hashed
 * @param records how many records were compared with their leaves
 * @param tree what was seen of the tree
 * @param findings one sentence each, naming the first offending entry of a lane; empty means intact
 */
public record VerificationReport(long lanes, long entries, long records, TreeReport tree, List<String> findings) {

    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
