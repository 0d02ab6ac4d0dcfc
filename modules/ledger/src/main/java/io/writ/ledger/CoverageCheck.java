package io.writ.ledger;

import io.writ.ledger.persistence.Coverage;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RecordScope;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Holds what an export says of itself against what is in it, and tells what nobody could check. */
final class CoverageCheck {

    private static final Place MANIFEST = new Place.OfFile("manifest.json");

    private final Coverage coverage;

    CoverageCheck(Coverage coverage) {
        this.coverage = coverage;
    }

    /** Compares what is stated; the manifest is not signed, so it can only speak against an export. */
    void compare(LogSnapshot log, RunTally runs, Tally tally, Findings findings) throws IOException, SQLException {
        if (coverage.stated().isEmpty()) {
            return;
        }
        long stated = coverage.stated().get().treeSize();
        long found = log.extent().treeSize();
        if (stated != found) {
            findings.add(new Finding(
                    found < stated ? Verdict.TRUNCATED : Verdict.FORKED,
                    MANIFEST,
                    "it says that the newest checkpoint covers " + stated + " leaves, and the newest here covers "
                            + found));
        }
        if (tally.entries() == 0) {
            findings.add(new Finding(
                    Verdict.UNVERIFIABLE, MANIFEST, "it is of an export without a single entry: that shows nothing"));
        }
        if (coverage.records() instanceof RecordScope.OfTenant(String tenant) && !tally.sawTenant()) {
            findings.add(new Finding(
                    Verdict.UNVERIFIABLE,
                    MANIFEST,
                    "there is no record of tenant " + tenant + " in it: that shows nothing of " + tenant));
        }
        runs.misdated().ifPresent(what -> findings.add(new Finding(Verdict.UNVERIFIABLE, MANIFEST, what)));
    }

    /** How many entries nobody signed for: the newest of a log that lives, and in a made-up one as many as one likes. */
    long uncovered(LogSnapshot log, long entries, TreeReport tree) throws IOException, SQLException {
        // Where the walk stopped at a finding, what follows is under the checkpoints that are there all the same.
        return entries - Math.max(tree.leaves(), log.extent().treeSize() - coverage.fromSize());
    }

    /**
     * One phrase for each thing that was not checked.
     *
     * @param retired whether notices name retired records
     */
    List<String> unchecked(TreeReport tree, long uncovered, boolean retired) {
        List<String> unchecked = new ArrayList<>();
        if (!tree.signaturesChecked()) {
            unchecked.add("signatures of checkpoints, for want of a key");
        }
        if (coverage.fromSize() > 0) {
            unchecked.add("what was before size " + coverage.fromSize());
        }
        if (!coverage.whole()) {
            unchecked.add("what came after the last checkpoint in it");
        }
        switch (coverage.records()) {
            case RecordScope.All _ -> {}
            case RecordScope.OfTenant(String tenant) ->
                unchecked.add("records of other tenants than " + tenant + ", and whether those of " + tenant
                        + " are all here");
            case RecordScope.NoticesOnly _ -> unchecked.add("records");
        }
        if (!coverage.isTheLog()) {
            unchecked.add("evidence and policy inputs, which no export holds");
        }
        if (!coverage.isCountable()) {
            unchecked.add("whether what was begun has an end, and each run all of its records");
        }
        if (retired && !coverage.isComplete()) {
            unchecked.add("whether exactly those records are gone that notices name as retired");
        }
        if (uncovered > 0) {
            unchecked.add(
                    uncovered == 1
                            ? "1 entry that no checkpoint covers yet: whoever has the database could have written it"
                            : uncovered + " entries that no checkpoint covers yet: whoever has the database could have"
                                    + " written them");
        }
        return unchecked;
    }
}
