package io.writ.ledger;

import io.writ.evidence.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Looks at some places of the log: as much work at any size. It finds a log that is broken now, and proves nothing about
 * what it did not look at; a full audit does.
 */
final class SpotCheck implements LedgerSpotCheck {

    /** Some milliseconds of reading and hashing. */
    private static final int ENTRIES_MAX = 512;

    private static final String NOT_ALL = "Entries before the newest " + ENTRIES_MAX
            + ", records but the one that was asked for, and tiles that no proof needed.";
    private static final String NOT_OUTSIDE =
            "Copies of checkpoints outside this server: it says of itself what you read here.";

    private final LedgerTree tree;
    private final ChainReader chains;
    private final Optional<String> publicKey;
    private final Semaphore place = new Semaphore(1);

    SpotCheck(LedgerTree tree, ChainReader chains, Optional<String> publicKey) {
        this.tree = tree;
        this.chains = chains;
        this.publicKey = publicKey;
    }

    @Override
    public Optional<SpotReport> check(Optional<UUID> recordId, Optional<byte[]> canonical) {
        if (!place.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(report(recordId, canonical));
        } finally {
            place.release();
        }
    }

    private SpotReport report(Optional<UUID> recordId, Optional<byte[]> canonical) {
        List<ProofStep> steps = new ArrayList<>();
        List<String> unchecked = new ArrayList<>(List.of(NOT_ALL, NOT_OUTSIDE));
        if (publicKey.isEmpty()) {
            unchecked.add("Signatures: this server does not have the key of the log.");
        }
        Optional<String> note = tree.checkpoint();
        note.ifPresent(newest -> checkpoints(newest, steps));
        chains(steps);
        recordId.ifPresent(id -> steps.addAll(record(id, canonical, unchecked)));
        boolean holds = steps.stream().allMatch(ProofStep::holds);
        Verdict whole = note.isEmpty() || publicKey.isEmpty() ? Verdict.UNVERIFIABLE : Verdict.INTACT;
        return new SpotReport(holds ? whole : Verdict.FORKED, steps, unchecked);
    }

    private void checkpoints(String note, List<ProofStep> steps) {
        var log = new FollowedLog(publicKey);
        Optional<CheckpointView> newest = trusted(log, note, "checkpoint", steps);
        if (newest.isEmpty()) {
            return;
        }
        Optional<CheckpointView> older = chains.checkpointBefore(newest.get().size())
                .flatMap(earlier -> trusted(log, earlier, "earlier checkpoint", steps));
        older.ifPresent(before -> steps.add(consistency(before, newest.get())));
    }

    private static Optional<CheckpointView> trusted(FollowedLog log, String note, String name, List<ProofStep> steps) {
        return switch (log.read(note)) {
            case FollowedLog.Reading.Trusted(var checkpoint) -> {
                steps.add(ProofStep.good(
                        name, "It covers " + checkpoint.size() + " entries of " + checkpoint.origin() + "."));
                yield Optional.of(checkpoint);
            }
            case FollowedLog.Reading.Strange strange -> {
                steps.add(ProofStep.bad(name, "It cannot be trusted: " + strange.why() + "."));
                yield Optional.empty();
            }
            case FollowedLog.Reading.Nonsense(var why) -> {
                steps.add(ProofStep.bad(name, "It is no checkpoint: " + why + "."));
                yield Optional.empty();
            }
        };
    }

    private ProofStep consistency(CheckpointView older, CheckpointView newer) {
        List<Digest> path = switch (tree.consistency(older.size(), newer.size())) {
            case ConsistencyOutcome.Proven proven -> proven.path();
            case ConsistencyOutcome.Impossible _ -> List.of();
        };
        String sizes = "size " + older.size() + " to size " + newer.size();
        return FollowedLog.isExtended(older, newer, path)
                ? ProofStep.good("consistency", "The tree only grew from " + sizes + ".")
                : ProofStep.bad("consistency", "The tree did not only grow from " + sizes + ".");
    }

    private void chains(List<ProofStep> steps) {
        List<ChainedEntry> newest = chains.newest(ENTRIES_MAX);
        Optional<ChainedEntry> broken =
                newest.stream().filter(link -> !link.follows()).findFirst();
        steps.add(broken.map(link -> ProofStep.bad(
                        "chains",
                        "Lane " + link.entry().lane() + ", entry "
                                + link.entry().seq() + ": its hash does not follow from the entry before."))
                .orElseGet(() -> ProofStep.good(
                        "chains", "The newest " + newest.size() + " entries follow from those before.")));
    }

    private List<ProofStep> record(UUID recordId, Optional<byte[]> canonical, List<String> unchecked) {
        return switch (tree.inclusion(recordId)) {
            case InclusionOutcome.Proven proven -> {
                if (canonical.isEmpty()) {
                    unchecked.add("The bytes of record " + recordId + ": they are for auditors of its tenant.");
                }
                var hashes = new RecordProof(proven, Optional.empty());
                yield ProofCheck.inside(canonical.map(hashes::with).orElse(hashes), publicKey);
            }
            case InclusionOutcome.Pending _ -> {
                unchecked.add("Record " + recordId + ": it is chained and waits for the next checkpoint.");
                yield List.of();
            }
            case InclusionOutcome.Unknown _
            when canonical.isPresent() ->
                List.of(ProofStep.bad("entry", "Record " + recordId + " is there, and no entry stands for it."));
            case InclusionOutcome.Unknown _ -> {
                unchecked.add("Record " + recordId + ": no entry stands for it.");
                yield List.of();
            }
        };
    }
}
