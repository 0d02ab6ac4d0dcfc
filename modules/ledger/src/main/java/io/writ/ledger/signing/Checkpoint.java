package io.writ.ledger.signing;

import io.writ.ledger.merkle.TreeHash;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log promises at one moment: C2SP {@code tlog-checkpoint}.
 *
 * @param origin names the log, for all time
 * @param size leaves of the tree
 * @param root of the tree
 * @param extensions further lines, none empty
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int FIXED_LINES = 3;

    public Checkpoint {
        if (origin.isEmpty() || size < 0) {
            throw new NoteException("a checkpoint has an origin and a size");
        }
        extensions = List.copyOf(extensions);
    }

    /** Reads the text of a note. */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (!text.endsWith("\n") || lines.size() < FIXED_LINES || lines.contains("")) {
            throw new NoteException("a checkpoint has a line each for origin, size and root, and no empty one");
        }
        if (!SIZE.matcher(lines.get(1)).matches()) {
            throw new NoteException("the size of a checkpoint is a decimal number without leading zeros");
        }
        return new Checkpoint(
                lines.getFirst(),
                Long.parseLong(lines.get(1)),
                root(lines.get(2)),
                lines.subList(FIXED_LINES, lines.size()));
    }

    /** The text of a note; {@link #parse} reads it. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(Base64.getEncoder().encodeToString(root.bytes()))
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static TreeHash root(String line) {
        try {
            byte[] root = Base64.getDecoder().decode(line);
            // One root has one spelling, because the spelling is what is signed.
            if (Base64.getEncoder().encodeToString(root).equals(line)) {
                return TreeHash.ofRaw(root);
            }
        } catch (IllegalArgumentException malformed) {
            throw new NoteException("the root of a checkpoint is 32 bytes in base64");
        }
        throw new NoteException("the root of a checkpoint is 32 bytes in canonical base64");
    }
}
