package io.writ.governance.writ;

import io.writ.ledger.proof.CheckpointProof;
import io.writ.ledger.proof.SealKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Collects what a person wants to know of a writ whose parts have been checked. */
final class Reading {

    private Reading() {}

    static WritFacts facts(Node predicate, Records records, CheckpointProof checkpoint, List<SealKey> witnesses) {
        Node finished = records.only("finalize", "finalized", Fault.RUN_FINISHED);
        Node run = predicate.node("run");
        return new WritFacts(
                run.text("session_id"),
                run.text("tenant"),
                run.text("terminal_mode"),
                run.text("started_at"),
                run.text("finished_at"),
                predicate.text("issued_at"),
                question(predicate),
                predicate.node("answer").optionalText("text"),
                claims(predicate),
                predicate.has("evidence")
                        ? OptionalInt.of(predicate.array("evidence").size())
                        : OptionalInt.empty(),
                notInFile(predicate),
                refused(predicate, records, false),
                refused(predicate, records, true),
                Math.toIntExact(records.withheld()),
                finished.node("run").has("leaves_sha256"),
                records.entries().size(),
                checkpoint.origin(),
                SealKey.parse(predicate.node("ledger").text("key")).label(),
                checkpoint.size(),
                checkpoint.signatures() - 1,
                witnesses.stream()
                        .flatMap(witness ->
                                checkpoint
                                        .seenBy(witness)
                                        .map(seenAt -> new WritFacts.Witness(witness.name(), seenAt))
                                        .stream())
                        .toList());
    }

    private static Optional<String> question(Node predicate) {
        return predicate
                .optionalNode("question")
                .flatMap(question -> question.optionalNode("opening"))
                .map(opening -> opening.text("text"));
    }

    private static Optional<WritFacts.Claims> claims(Node predicate) {
        return predicate
                .optionalNode("claim_map")
                .map(map -> map.nodes("claims"))
                .map(claims -> {
                    long supported = claims.stream()
                            .filter(claim -> claim.textOrNone("verdict").equals("supported"))
                            .count();
                    return new WritFacts.Claims(claims.size(), Math.toIntExact(supported));
                });
    }

    /** A reader who is not told takes what is not there for what was not there. */
    private static List<String> notInFile(Node predicate) {
        List<String> absent = new ArrayList<>();
        if (predicate.has("question") && !predicate.node("question").has("opening")) {
            absent.add("the question");
        }
        if (!predicate.node("answer").has("text")) {
            absent.add("the answer");
        }
        if (!predicate.has("claim_map")) {
            absent.add("its claims");
        }
        if (!predicate.has("evidence")) {
            absent.add("the evidence cited");
        }
        return absent;
    }

    /** What is said of a record that is withheld was compared with nothing, so it is not counted with the others. */
    private static int refused(Node predicate, Records records, boolean withheld) {
        List<Node> decisions = predicate.nodes("decisions");
        return Math.toIntExact(IntStream.range(0, decisions.size())
                .filter(index -> records.entries().get(index).record().isEmpty() == withheld)
                .mapToObj(index -> decisions.get(index).textOrNone("verdict"))
                .filter(verdict -> !verdict.equals("allow") && !verdict.isEmpty())
                .count());
    }
}
