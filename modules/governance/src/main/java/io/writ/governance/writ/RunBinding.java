package io.writ.governance.writ;

import io.writ.evidence.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds what a writ says of the run and its question against the records that opened and finished it. */
final class RunBinding {

    private static final Set<String> MEMBERS =
            Set.of("finished_at", "principal", "session_id", "started_at", "tenant", "terminal_mode", "trace_id");

    private static final byte COMMITMENT = 0x20;

    private RunBinding() {}

    static Node members(Node predicate) {
        return predicate.node("run").with(MEMBERS, Set.of());
    }

    static void check(Node run, Node opened, Node finished) {
        same(run, "started_at", opened, "occurred_at");
        for (String name : List.of("principal", "trace_id")) {
            same(run, name, opened, name);
        }
        same(run, "finished_at", finished, "occurred_at");
        same(run, "terminal_mode", finished, "terminal_mode");
    }

    static void question(Node predicate, Node opened) {
        Optional<Digest> recorded = opened.node("detail").optionalDigest("question_commitment");
        Optional<Node> question = predicate.optionalNode("question");
        Broken.unless(question.isPresent() == recorded.isPresent(), Fault.QUESTION_COMMITMENT, "question");
        question.ifPresent(asked -> {
            asked.with(Set.of("commitment"), Set.of("opening"));
            Digest commitment = asked.digest("commitment");
            Broken.unless(recorded.equals(Optional.of(commitment)), Fault.QUESTION_COMMITMENT, "question.commitment");
            asked.optionalNode("opening").ifPresent(opening -> opens(opening, commitment));
        });
    }

    private static void opens(Node opening, Digest commitment) {
        opening.with(Set.of("salt", "text"), Set.of());
        byte[] salt = opening.digest("salt").bytes();
        byte[] text = opening.text("text").getBytes(StandardCharsets.UTF_8);
        byte[] committed = ByteBuffer.allocate(1 + salt.length + text.length)
                .put(COMMITMENT)
                .put(salt)
                .put(text)
                .array();
        Broken.unless(Digest.of(committed).equals(commitment), Fault.QUESTION_OPENING, "question.opening");
    }

    private static void same(Node run, String name, Node record, String recorded) {
        Broken.unless(run.text(name).equals(record.textOrNone(recorded)), Fault.RUN_FACTS, run.inside(name));
    }
}
