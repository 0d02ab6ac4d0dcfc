package io.writ.app.console;

import io.writ.governance.DecisionRecord;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether the ledger holds every decision of a run at the place and with the hash that the record says. It is a look
 * at these entries; re-hashing whole lanes is the verifier's work.
 */
sealed interface LedgerCheck {

    /** All entries are there and agree. */
    record Agrees(int entries) implements LedgerCheck {}

    /** Some do not. One sentence each. */
    record Differs(List<String> findings) implements LedgerCheck {
        public Differs {
            findings = List.copyOf(findings);
        }
    }

    /** The ledger could not be read, so nothing is known. */
    record Unknown() implements LedgerCheck {}

    static LedgerCheck of(List<DecisionRecord> decisions, LedgerReader ledger) {
        List<String> findings = new ArrayList<>();
        try {
            for (DecisionRecord decision : decisions) {
                finding(decision, ledger).ifPresent(findings::add);
            }
        } catch (LedgerException unreadable) {
            return new Unknown();
        }
        return findings.isEmpty() ? new Agrees(decisions.size()) : new Differs(findings);
    }

    private static Optional<String> finding(DecisionRecord decision, LedgerReader ledger) {
        Optional<LedgerEntry> found = ledger.entryOf(UUID.fromString(decision.id()));
        if (found.isEmpty()) {
            return Optional.of("Decision " + decision.id() + " has no entry in the ledger.");
        }
        LedgerEntry entry = found.get();
        boolean same = entry.lane() == decision.lane()
                && entry.seq() == decision.seq()
                && entry.entry().hex().equals(decision.entryHash());
        return same
                ? Optional.empty()
                : Optional.of("Decision " + decision.id() + " stands elsewhere in the ledger than its record says.");
    }
}
