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
import io.writ.ledger.persistence.Coverage;
import io.writ.ledger.signing.NoteKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What anchors hold of the log, held against the tree while it is folded again. Only what the log signed can show that
 * the database is not what it was; anything else in an anchor just makes it unverifiable.
 */
final class AnchoredRoots {

    /** Clocks that are set differ by less; what came to an anchor so shortly before may have come after. */
    private static final Duration SKEW_USUAL = Duration.ofMinutes(1);

    /** Reading signs nothing, so no time is needed. */
    private static final Clock NEVER = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Findings findings;
    private final SortedMap<Long, List<Held>> bySize = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Place.OfAnchor> empty = new ArrayList<>();
    private List<Anchor> unread = List.of();
    private int consulted;

    private AnchoredRoots(Findings findings) {
        this.findings = findings;
    }

    private record Held(Place.OfAnchor place, Anchored anchored) {}

    static AnchoredRoots none(Findings findings) {
        return new AnchoredRoots(findings);
    }

    /** Reads every anchor. The database is looked at afterwards, so that it can only be ahead of them. */
    static AnchoredRoots read(VerifierOptions options, KeyHistory keys, Findings findings) {
        AnchoredRoots roots = unread(options.anchors(), findings);
        roots.read(options.trusted(), keys);
        return roots;
    }

    /** To be read when the keys of the log are known: of an export only its own notices tell them. */
    static AnchoredRoots unread(AnchorConfig config, Findings findings) {
        var roots = new AnchoredRoots(findings);
        var shelf = new AnchorShelf(
                config.anchors().stream().map(AnchorAddress::parse).toList(),
                List.of(),
                new GitCredentials(config.git().user(), config.git().password()),
                NEVER);
        roots.unread = shelf.open();
        return roots;
    }

    /** Reads the anchors, unless they were read before. */
    void read(Optional<NoteKey> trusted, KeyHistory keys) {
        if (!unread.isEmpty()) {
            NoteKey key = trusted.orElseThrow(
                    () -> new LedgerException("anchors are believed by the public key of the log: name it"));
            LogTrust trust = trust(key, keys);
            unread.forEach(anchor -> read(anchor, trust));
            unread = List.of();
        }
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

    /** The tree begins here, behind what is not shown. */
    void began(GrowingTree tree) {
        SortedMap<Long, List<Held>> before = bySize.headMap(tree.size());
        before.forEach((size, hidden) ->
                hidden.forEach(held -> remarks.add(held.place().text() + ": it holds " + size
                        + " leaves, and this begins behind " + tree.size() + ", so it was not compared")));
        before.clear();
        reached(tree);
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

    /** The tree ends here, whole. */
    void ended(GrowingTree tree, Coverage coverage) {
        bySize.remove(0L);
        bySize.values().stream().flatMap(List::stream).forEach(beyond -> beyond(beyond, tree.size(), coverage));
        if (tree.size() > 0) {
            empty.forEach(place ->
                    findings.add(new Finding(Verdict.UNVERIFIABLE, place, "it holds no checkpoint of this log")));
        }
    }

    /** An anchor holds more than is here. */
    private void beyond(Held held, long size, Coverage coverage) {
        long anchored = held.anchored().checkpoint().size();
        if (coverage.isTheLog()) {
            truncated(
                    held,
                    "the log signed " + anchored + " leaves and the database has " + size + ": leaf " + size
                            + " is the first that is gone");
        } else if (coverage.whole()) {
            coverage.stated().ifPresent(stated -> keptBack(held, size, stated.exportedAt()));
        } else {
            remarks.add(held.place().text() + ": it holds " + anchored + " leaves, and this ends with " + size
                    + ", as it says, so that was not compared");
        }
    }

    /** Unless the anchor had it only after the export was taken, as whoever took it says. */
    private void keptBack(Held held, long size, Instant exportedAt) {
        long anchored = held.anchored().checkpoint().size();
        Optional<Instant> since = held.anchored().since();
        if (since.isPresent() && since.get().plus(SKEW_USUAL).isAfter(exportedAt)) {
            remarks.add(held.place().text() + ": " + later(held, size, since.get(), exportedAt)
                    + ", so that was not compared");
        } else if (since.isPresent() && since.get().plus(ClockSkew.MAX).isAfter(exportedAt)) {
            findings.add(new Finding(
                    Verdict.UNVERIFIABLE,
                    held.place(),
                    later(held, size, since.get(), exportedAt)
                            + ": clocks may be so far apart, or leaf " + size + " is the first that was kept back ("
                            + held.anchored().where() + ")"));
        } else {
            truncated(
                    held,
                    "the log signed " + anchored + " leaves "
                            + since.map(at -> "by " + at + " ").orElse("")
                            + "and this, which is said to be all of it at " + exportedAt + ", ends with " + size
                            + ": leaf " + size + " is the first that was kept back");
        }
    }

    private static String later(Held held, long size, Instant since, Instant exportedAt) {
        return "it holds " + held.anchored().checkpoint().size() + " leaves since " + since + ", and this was taken at "
                + exportedAt + " with " + size;
    }

    private void truncated(Held held, String what) {
        findings.add(new Finding(
                Verdict.TRUNCATED, held.place(), what + " (" + held.anchored().where() + ")"));
    }

    Findings findings() {
        return findings;
    }

    AnchorReport report() {
        return new AnchorReport(consulted, remarks);
    }
}
