package io.writ.governance.writ;

import io.writ.evidence.Digest;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds answer, claims and cited evidence against the record that finished the run. */
final class AnswerBinding {

    private AnswerBinding() {}

    private record Unit(String id, String contentHash) {}

    static void check(Node statement, Node predicate, Records records, Node finished) {
        Node detail = finished.node("detail");
        answer(predicate.node("answer"), detail);
        subject(statement, predicate.node("answer").digest("sha256"));
        predicate
                .optionalNode("claim_map")
                .ifPresent(
                        claims -> same(claims.object(), detail, "claim_map_sha256", Fault.CLAIMS_DIGEST, "claim_map"));
        if (predicate.has("evidence")) {
            same(predicate.array("evidence"), detail, "evidence_sha256", Fault.EVIDENCE_DIGEST, "evidence");
            released(predicate.nodes("evidence"), records);
        }
    }

    private static void answer(Node answer, Node detail) {
        answer.with(Set.of("sha256"), Set.of("text"));
        Digest digest = answer.digest("sha256");
        boolean recorded = digest.equals(detail.digest("answer_sha256"));
        Broken.unless(recorded, Fault.ANSWER_DIGEST, "answer.sha256");
        answer.optionalText("text")
                .ifPresent(text -> Broken.unless(Digest.of(text).equals(digest), Fault.ANSWER_DIGEST, "answer.text"));
    }

    private static void subject(Node statement, Digest answer) {
        List<Node> subjects = statement.nodes("subject");
        Broken.unless(subjects.size() == 1, Fault.STATEMENT_SUBJECT, "subject");
        Node subject = subjects.getFirst().with(Set.of("digest", "name"), Set.of());
        Node digest = subject.node("digest").with(Set.of("sha256"), Set.of());
        boolean same = subject.text("name").equals(Predicate.SUBJECT)
                && digest.digest("sha256").equals(answer);
        Broken.unless(same, Fault.STATEMENT_SUBJECT, "subject[0]");
    }

    private static void same(JsonValue value, Node detail, String name, Fault fault, String place) {
        Broken.unless(Digest.ofRfc8785(value).equals(detail.digest(name)), fault, place);
    }

    /** A withheld record may have released anything, so the question makes sense without one only. */
    private static void released(List<Node> cited, Records records) {
        if (records.withheld() > 0) {
            return;
        }
        Set<Unit> released = new HashSet<>();
        records.open()
                .flatMap(record -> record.nodesOrNone("evidence").stream())
                .forEach(unit -> released.add(new Unit(unit.textOrNone("id"), unit.textOrNone("content_hash"))));
        for (Node unit : cited) {
            Unit named = new Unit(unit.text("evidence_unit_id"), unit.text("content_hash"));
            Broken.unless(released.contains(named), Fault.EVIDENCE_RELEASED, unit.place());
        }
    }
}
