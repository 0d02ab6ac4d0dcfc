package io.writ.ledger.anchor;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.SignedNote;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a witness is asked: the body of {@code add-checkpoint} in C2SP {@code tlog-witness}.
 *
 * @param old the size up to which the witness knows the log
 * @param proof that the checkpoint extends it
 * @param note the signed checkpoint
 */
public record AddCheckpoint(long old, List<TreeHash> proof, SignedNote note) {

    /** No tree is higher. */
    private static final int PROOF_LINES_MAX = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (proof.size() > PROOF_LINES_MAX) {
            throw new IllegalArgumentException("a proof has at most " + PROOF_LINES_MAX + " lines");
        }
    }

    /**
     * Reads a body.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static AddCheckpoint parse(String body) {
        int end = body.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("the body has no empty line before the checkpoint");
        }
        List<String> lines = List.of(body.substring(0, end).split("\n", -1));
        Matcher old = OLD.matcher(lines.getFirst());
        if (!old.matches()) {
            throw new IllegalArgumentException("the first line is not old and a size");
        }
        List<TreeHash> proof = new ArrayList<>();
        lines.stream()
                .skip(1)
                .limit(PROOF_LINES_MAX + 1L)
                .map(AddCheckpoint::hash)
                .forEach(proof::add);
        try {
            SignedNote note = SignedNote.parse(body.substring(end + 2));
            Checkpoint.parse(note.text());
            return new AddCheckpoint(Long.parseLong(old.group(1)), proof, note);
        } catch (NoteException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /** The body; {@link #parse} reads it. */
    public String body() {
        StringBuilder body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash ->
                body.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        return body.append('\n').append(note.written()).toString();
    }

    /** One hash has one spelling. */
    private static TreeHash hash(String line) {
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("a line of the proof is not in base64", malformed);
        }
        if (!Base64.getEncoder().encodeToString(raw).equals(line)) {
            throw new IllegalArgumentException("a line of the proof is not in canonical base64");
        }
        return TreeHash.ofRaw(raw);
    }
}
