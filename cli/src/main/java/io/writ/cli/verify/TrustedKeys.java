package io.writ.cli.verify;

import io.writ.cli.CommandFailure;
import io.writ.ledger.proof.ProofException;
import io.writ.ledger.proof.SealKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Public keys that somebody trusts: written out, or in a file with one on each line. Every {@code --key} is read here.
 *
 * @param words where they are from, for a sentence that ends with it
 */
public record TrustedKeys(List<SealKey> logs, List<SealKey> witnesses, String words) {

    private static final String PRIVATE = "PRIVATE+KEY+";

    public TrustedKeys {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Reads what stands behind {@code --key}. A file may hold a key pair: the private line is passed over.
     *
     * @param named each a key or a file of keys
     */
    public static TrustedKeys of(List<String> named) {
        TrustedKeys keys = of(named, "a key that you gave");
        return keys.logs().isEmpty() ? keys.withoutALog() : keys;
    }

    /** Nobody gave the key of a log, so what is said of it is what the file says. */
    private TrustedKeys withoutALog() {
        String own = "the key in the file itself";
        return new TrustedKeys(logs, witnesses, witnesses.isEmpty() ? own : own + ", and witnesses that you gave");
    }

    /** Reads the key that a local instance keeps. Nobody gave it, so the result names the file. */
    public static TrustedKeys in(Path file) {
        return of(List.of(file.toString()), "the key in " + file);
    }

    /** The one key of a log that stands there; several would be a question which. */
    public static String only(String named) {
        List<SealKey> logs = of(List.of(named)).logs();
        if (logs.size() != 1) {
            throw new CommandFailure(
                    named + " holds " + logs.size() + " public keys of a log, and this takes one: give it by itself");
        }
        return logs.getFirst().text();
    }

    private static TrustedKeys of(List<String> named, String words) {
        List<SealKey> keys =
                named.stream().flatMap(TrustedKeys::lines).map(TrustedKeys::key).toList();
        return new TrustedKeys(
                keys.stream().filter(key -> !key.isOfWitness()).toList(),
                keys.stream().filter(SealKey::isOfWitness).toList(),
                words);
    }

    private static Stream<String> lines(String named) {
        Path file = Path.of(named);
        if (!Files.isRegularFile(file)) {
            return Stream.of(named);
        }
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith(PRIVATE))
                    .toList();
            if (lines.isEmpty()) {
                throw new CommandFailure("the file " + file + " holds no public key");
            }
            return lines.stream();
        } catch (IOException unreadable) {
            throw new CommandFailure("the key " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static SealKey key(String text) {
        try {
            return SealKey.parse(text);
        } catch (ProofException malformed) {
            throw new CommandFailure(
                    "a public key is written name+id+base64, or stands in a file with one on each line: "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}
