package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.governance.persistence.CanonicalBytes;
import io.writ.governance.persistence.RunRecords;
import io.writ.governance.session.SessionKey;
import io.writ.governance.writ.TestLog;
import io.writ.ledger.ConsistencyOutcome;
import io.writ.ledger.EntryKind;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeLag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A log that takes in the records of one run when it is asked for them, as they are stored at that moment. */
final class FakeTree implements LedgerTree {

    private final TestLog log;
    private final RunRecords records;
    private final SessionKey key;
    private int pendingAnswers;
    private boolean forgetful;

    FakeTree(TestLog log, RunRecords records, SessionKey key) {
        this.log = log;
        this.records = records;
        this.key = key;
    }

    /** So many times the newest entry is not under a checkpoint yet. */
    FakeTree pending(int times) {
        pendingAnswers = times;
        return this;
    }

    /** The first record has no entry. */
    FakeTree forgetting() {
        forgetful = true;
        return this;
    }

    @Override
    public List<InclusionOutcome> inclusions(List<UUID> recordIds) {
        List<InclusionOutcome> outcomes = new ArrayList<>(log.prove(entries(recordIds), previous(recordIds)));
        if (pendingAnswers > 0) {
            pendingAnswers--;
            outcomes.removeLast();
            outcomes.add(new InclusionOutcome.Pending(entries(recordIds).getLast()));
        }
        if (forgetful) {
            outcomes.set(0, new InclusionOutcome.Unknown());
        }
        return outcomes;
    }

    private List<LedgerEntry> entries(List<UUID> recordIds) {
        Map<UUID, CanonicalBytes> kept = records.of(key, 1_000).stream()
                .collect(Collectors.toMap(RunRecords.Kept::id, RunRecords.Kept::canonical));
        List<LedgerEntry> entries = new ArrayList<>();
        Digest previous = genesis();
        for (UUID id : recordIds) {
            int seq = entries.size() + 1;
            CanonicalBytes record = kept.get(id);
            EntryKind kind =
                    EntryKind.valueOf(record.document().getString("kind").toUpperCase(Locale.ROOT));
            previous = LedgerHash.entry(previous, 1, seq, kind, record.leaf());
            entries.add(new LedgerEntry(1, seq, kind, id, record.leaf(), previous));
        }
        return entries;
    }

    private List<Digest> previous(List<UUID> recordIds) {
        List<Digest> previous = new ArrayList<>(List.of(genesis()));
        entries(recordIds).forEach(entry -> previous.add(entry.entry()));
        return previous;
    }

    private static Digest genesis() {
        return LedgerHash.genesis(1, new UUID(1, 1), "node");
    }

    @Override
    public Optional<String> checkpoint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> tile(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> entries(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InclusionOutcome inclusion(UUID recordId) {
        return inclusions(List.of(recordId)).getFirst();
    }

    @Override
    public ConsistencyOutcome consistency(long older, long newer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TreeLag lag() {
        throw new UnsupportedOperationException();
    }
}
