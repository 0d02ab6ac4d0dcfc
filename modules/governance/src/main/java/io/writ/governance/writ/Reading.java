package io.writ.governance.writ;

import io.writ.ledger.proof.CheckpointProof;
import io.writ.ledger.proof.SealKey;
import java.util.List;
import java.util.Optional;

/** Collects what a person wants to know of a writ whose parts have been checked. */
final class Reading {

    private Reading() {}

    static WritFacts facts(Node predicate, Records records, CheckpointProof checkpoint, List<SealKey> witnesses) {
        Node run = predicate.node("run");
        List<Node> claims = predicate
                .optionalNode("claim_map")
                .map(map -> map.nodes("claims"))
                .orElse(List.of());
        return new WritFacts(
                run.text("session_id"),
                run.text("tenant"),
                run.text("terminal_mode"),
                run.text("started_at"),
                run.text("finished_at"),
                predicate.text("issued_at"),
                question(predicate),
                predicate.node("answer").optionalText("text"),
                claims.size(),
                Math.toIntExact(claims.stream()
                        .filter(claim -> claim.textOrNone("verdict").equals("supported"))
                        .count()),
                predicate.has("evidence") ? predicate.array("evidence").size() : 0,
                refused(predicate.nodes("decisions")),
                Math.toIntExact(records.withheld()),
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

    private static int refused(List<Node> decisions) {
        return Math.toIntExact(decisions.stream()
                .map(decision -> decision.textOrNone("verdict"))
                .filter(verdict -> !verdict.equals("allow") && !verdict.isEmpty())
                .count());
    }
}
