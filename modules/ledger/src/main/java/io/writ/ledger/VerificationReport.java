package io.writ.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param lanes how many lanes were read
 * @param entries how many entries were re-hashed
 * @param records how many records were compared with their leaves
 * @param retired how many records are gone because a notice in the log says so
 * @param tree what was seen of the tree
 * @param attachments what was compared beside records
 * @param completeness what was begun and what ended
 * @param anchors what was seen outside the database
 * @param unchecked one phrase for each thing that was not checked; what is intact is so as far as it was checked
 * @param findings of each lane the first per verdict, then those of records, of the tree and of runs
 * @param unnamed how many more there are; a finding of each verdict is always among the named
 */
public record VerificationReport(
        long lanes,
        long entries,
        long records,
        long retired,
        TreeReport tree,
        AttachmentReport attachments,
        CompletenessReport completeness,
        AnchorReport anchors,
        List<String> unchecked,
        List<Finding> findings,
        long unnamed) {

    public VerificationReport {
        unchecked = List.copyOf(unchecked);
        findings = List.copyOf(findings);
    }

    /** The worst that was found. */
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).reduce(Verdict.INTACT, Verdict::join);
    }

    /** The first of the worst; empty when intact. */
    public Optional<Finding> firstOffence() {
        // The first of several equals: max would take the last.
        return findings.stream().min(Comparator.comparing(Finding::verdict, Comparator.reverseOrder()));
    }

    public boolean isIntact() {
        return verdict() == Verdict.INTACT;
    }

    /** One sentence per finding. */
    public List<String> sentences() {
        return findings.stream().map(Finding::sentence).toList();
    }
}
