package io.writ.ledger;

import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.AnchorAddress;
import io.writ.ledger.anchor.AnchorException;
import io.writ.ledger.anchor.AnchorReading;
import io.writ.ledger.anchor.AnchorShelf;
import io.writ.ledger.anchor.Anchored;
import io.writ.ledger.anchor.GitCredentials;
import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.signing.NoteKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What anchors hold of the log, held against the tree while it is folded again. Only what the log signed can show that
 * the database is not what it was; anything else in an anchor just makes it unverifiable.
 */
final class AnchoredRoots {

    /** Reading signs nothing, so no time is needed. */
    private static final Clock NEVER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Findings findings;
    private final SortedMap<Long, List<Held>> bySize = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Place.OfAnchor> empty = new ArrayList<>();
    private int consulted;

    private AnchoredRoots(Findings findings) {
        this.findings = findings;
    }

    private record Held(Place.OfAnchor place, Anchored anchored) {}

    static AnchoredRoots none(Findings findings) {
        return new AnchoredRoots(findings);
    }

    /** Reads every anchor. The database is looked at afterwards, so that it can only be ahead of them. */
    static AnchoredRoots read(AnchorConfig config, NoteKey key, KeyHistory keys, Findings findings) {
        LogTrust trust = trust(key, keys);
        var roots = new AnchoredRoots(findings);
        var shelf = new AnchorShelf(
                config.anchors().stream().map(AnchorAddress::parse).toList(),
                List.of(),
                new GitCredentials(config.git().user(), config.git().password()),
                NEVER);
        shelf.open().forEach(anchor -> roots.read(anchor, trust));
        return roots;
    }

    /** All keys that the log has had under its present name, if the trusted one is among its keys. */
    private static LogTrust trust(NoteKey trusted, KeyHistory keys) {
        if (keys.last().isEmpty() || !keys.knows(trusted)) {
            return LogTrust.of(trusted);
        }
        String origin = keys.last().get().succession().newKey().name();
        return new LogTrust(origin, keys.keysNamed(origin));
    }

    /** Something to say that weighs nothing. */
    void remark(String remark) {
        remarks.add(remark);
    }

    private void read(Anchor anchor, LogTrust trust) {
        var place = new Place.OfAnchor(anchor.name());
        try {
            AnchorReading reading = anchor.read(trust);
            consulted++;
            reading.newest().ifPresentOrElse(newest -> hold(place, newest), () -> empty.add(place));
            reading.unknown().forEach(note -> findings.add(new Finding(Verdict.UNVERIFIABLE, place, note)));
            reading.strangers().forEach(stranger -> findings.add(new Finding(Verdict.UNVERIFIABLE, place, stranger)));
            reading.remarks().forEach(remark -> remarks.add(place.text() + ": " + remark));
        } catch (AnchorException unreadable) {
            findings.add(new Finding(Verdict.UNVERIFIABLE, place, String.valueOf(unreadable.getMessage())));
        }
    }

    private void hold(Place.OfAnchor place, Anchored anchored) {
        bySize.computeIfAbsent(anchored.checkpoint().size(), _ -> new ArrayList<>())
                .add(new Held(place, anchored));
    }

    /** The tree has grown by a leaf. */
    void reached(GrowingTree tree) {
        List<Held> here = bySize.remove(tree.size());
        if (here != null) {
            here.stream()
                    .filter(held -> !held.anchored().checkpoint().root().equals(tree.root()))
                    .forEach(held -> findings.add(new Finding(
                            Verdict.FORKED,
                            held.place(),
                            "the log signed another root for " + tree.size() + " leaves: what is stored up to leaf "
                                    + (tree.size() - 1) + " was rewritten ("
                                    + held.anchored().where() + ")")));
        }
    }

    /**
     * The tree ends here, whole.
     *
     * @param isWholeLog false for an export, which may be older than what anchors hold
     */
    void ended(GrowingTree tree, boolean isWholeLog) {
        bySize.remove(0L);
        if (!isWholeLog) {
            bySize.forEach((size, beyond) ->
                    beyond.forEach(held -> remarks.add(held.place().text() + ": it holds " + size
                            + " leaves, which is more than is here, so it was not compared")));
            return;
        }
        bySize.forEach((size, beyond) -> beyond.forEach(held -> findings.add(new Finding(
                Verdict.TRUNCATED,
                held.place(),
                "the log signed " + size + " leaves and the database has " + tree.size() + ": leaf " + tree.size()
                        + " is the first that is gone (" + held.anchored().where() + ")"))));
        if (tree.size() > 0) {
            empty.forEach(place ->
                    findings.add(new Finding(Verdict.UNVERIFIABLE, place, "it holds no checkpoint of this log")));
        }
    }

    Findings findings() {
        return findings;
    }

    AnchorReport report() {
        return new AnchorReport(consulted, remarks);
    }
}
