package io.writ.ledger.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures below it: C2SP {@code signed-note}.
 *
 * @param text ends with a line feed
 * @param signatures one or more, in the order of the lines
 */
public record SignedNote(String text, List<SignatureLine> signatures) {

    /** Neither a checkpoint nor its cosignatures come near; whoever sends more wants something else. */
    private static final int LENGTH_MAX = 1_000_000;

    private static final int SIGNATURES_MAX = 100;

    public SignedNote {
        if (!text.endsWith("\n") || hasControlCharacters(text)) {
            throw new NoteException("the text of a note ends with a line feed and has no other control characters");
        }
        signatures = List.copyOf(signatures);
    }

    /** Reads the written form. Whether a signature is right says {@link NoteVerifier}. */
    public static SignedNote parse(String note) {
        int split = note.length() > LENGTH_MAX ? -1 : note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new NoteException("a signed note is a text, an empty line and signature lines");
        }
        List<SignatureLine> lines = new ArrayList<>();
        for (String line : note.substring(split + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(SignatureLine.parse(line));
            }
        }
        if (lines.isEmpty() || lines.size() > SIGNATURES_MAX) {
            throw new NoteException("a note has 1 to " + SIGNATURES_MAX + " signatures, not " + lines.size());
        }
        return new SignedNote(note.substring(0, split + 1), lines);
    }

    /** The same note with one signature more. */
    public SignedNote with(SignatureLine signature) {
        List<SignatureLine> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The line of a key, if it signed. */
    public Optional<SignatureLine> signatureOf(NoteKey key) {
        return signatures.stream().filter(line -> line.isOf(key)).findFirst();
    }

    /** The first moment that a cosignature below it names. A hint: whether a witness signed it is not asked here. */
    public Optional<Instant> seenAt() {
        return signatures.stream().flatMap(line -> line.seenAt().stream()).min(Comparator.naturalOrder());
    }

    /** The written form; {@link #parse} reads it. */
    public String written() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.text()));
        return note.toString();
    }

    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasControlCharacters(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }
}
