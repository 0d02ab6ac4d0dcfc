package io.writ.ledger;

import io.writ.evidence.Digest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

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
    private final OwnSignatures keys;
    private final Semaphore place = new Semaphore(1);

    SpotCheck(LedgerTree tree, ChainReader chains, OwnSignatures keys) {
        this.tree = tree;
        this.chains = chains;
        this.keys = keys;
    }

    @Override
    public Optional<SpotReport> check(Optional<UUID> recordId, Supplier<Optional<byte[]>> canonical) {
        if (!place.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(report(recordId, canonical));
        } finally {
            place.release();
        }
    }

    private SpotReport report(Optional<UUID> recordId, Supplier<Optional<byte[]>> canonical) {
        var look = new SpotLook();
        look.unchecked(NOT_ALL);
        look.unchecked(NOT_OUTSIDE);
        Optional<String> checkpoint = tree.checkpoint();
        Optional<CheckpointSignatures> signatures = keys.signatures(checkpoint);
        if (signatures.isEmpty()) {
            look.unverifiable("Signatures: this server does not have the key of the log.");
        }
        checkpoint.ifPresentOrElse(
                newest -> checkpoints(newest, signatures, look),
                () -> look.unverifiable("Everything under a checkpoint: there is none yet."));
        chains(look);
        recordId.ifPresent(id -> record(id, canonical.get(), signatures, look));
        return look.report();
    }

    private void checkpoints(String note, Optional<CheckpointSignatures> signatures, SpotLook look) {
        Optional<CheckpointView> newest = trusted(note, signatures, "checkpoint", look);
        Optional<CheckpointView> older = newest.flatMap(known -> chains.checkpointBefore(known.size()))
                .flatMap(earlier -> trusted(earlier, signatures, "earlier checkpoint", look));
        older.ifPresent(before -> look.steps(List.of(consistency(before, newest.get()))));
    }

    private static Optional<CheckpointView> trusted(
            String note, Optional<CheckpointSignatures> signatures, String name, SpotLook look) {
        return switch (new FollowedLog(Optional.empty()).read(note)) {
            case FollowedLog.Reading.Trusted(var checkpoint) -> {
                Optional<String> strange = signatures.flatMap(known -> known.forgery(note));
                if (strange.isPresent()) {
                    look.bad(Verdict.FORKED, name, "It cannot be trusted: " + strange.get() + ".");
                    yield Optional.empty();
                }
                look.good(name, "It covers " + checkpoint.size() + " entries of " + checkpoint.origin() + ".");
                yield Optional.of(checkpoint);
            }
            case FollowedLog.Reading.Strange strange -> {
                look.bad(Verdict.FORKED, name, "It cannot be trusted: " + strange.why() + ".");
                yield Optional.empty();
            }
            case FollowedLog.Reading.Nonsense(var why) -> {
                look.bad(Verdict.FORKED, name, "It is no checkpoint: " + why + ".");
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

    private void chains(SpotLook look) {
        List<ChainedEntry> newest = chains.newest(ENTRIES_MAX);
        newest.stream()
                .filter(link -> !link.follows())
                .findFirst()
                .ifPresentOrElse(
                        link -> look.bad(
                                Verdict.FORKED,
                                "chains",
                                "Lane " + link.entry().lane() + ", entry "
                                        + link.entry().seq() + ": its hash does not follow from the entry before."),
                        () -> look.good(
                                "chains", "The newest " + newest.size() + " entries follow from those before."));
    }

    private void record(
            UUID recordId, Optional<byte[]> canonical, Optional<CheckpointSignatures> signatures, SpotLook look) {
        switch (tree.inclusion(recordId)) {
            case InclusionOutcome.Proven proven -> {
                if (canonical.isEmpty()) {
                    look.unchecked("The bytes of record " + recordId + ": they are for auditors of its tenant.");
                }
                var hashes = new RecordProof(proven, Optional.empty());
                look.steps(ProofCheck.inside(
                        canonical.map(hashes::with).orElse(hashes),
                        signatures.map(known -> known.signer(proven.treeSize()).text())));
            }
            case InclusionOutcome.Pending _ ->
                look.unchecked("Record " + recordId + ": it is chained and waits for the next checkpoint.");
            case InclusionOutcome.Unknown _
            when canonical.isPresent() ->
                look.bad(
                        Verdict.GAP_UNDISCLOSED,
                        "entry",
                        "Record " + recordId + " is there, and no entry stands for it.");
            // Whether the record is there is for auditors of its tenant to see.
            case InclusionOutcome.Unknown _ ->
                look.unverifiable(
                        "Record " + recordId + ": no entry stands for it. Either there never was such a record,"
                                + " or its entry is gone: an auditor of its tenant finds out.");
        }
    }
}
