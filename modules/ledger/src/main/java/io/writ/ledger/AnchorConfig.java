package io.writ.ledger;

import io.writ.ledger.anchor.AnchorAddress;
import io.writ.ledger.anchor.AnchorException;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where checkpoints go when they leave the database; the application produces it as a bean.
 *
 * @param anchors each {@code [name=]dir:/path}, {@code git:URL#branch} or {@code witness:URL}
 * @param witnessKeys public keys of witnesses whose cosignatures count, in the written form of C2SP {@code signed-note}
 * @param git what an https host of repositories asks for
 * @param every pause between two publications to one anchor
 * @param lagMax how long an anchor may be behind before this process is not ready
 */
public record AnchorConfig(
        List<String> anchors, List<String> witnessKeys, GitLogin git, Duration every, Duration lagMax) {

    /** A publication costs a file or a commit that stays for ever. */
    public static final Duration EVERY_DEFAULT = Duration.ofSeconds(5);

    public static final Duration LAG_MAX_DEFAULT = Duration.ofMinutes(2);

    /** Nothing leaves the database. */
    public static final AnchorConfig NONE =
            new AnchorConfig(List.of(), List.of(), new GitLogin("", ""), EVERY_DEFAULT, LAG_MAX_DEFAULT);

    public AnchorConfig {
        anchors = List.copyOf(anchors);
        witnessKeys = List.copyOf(witnessKeys);
        problem(anchors, witnessKeys).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** A user and a password or token; empty texts for none. Never printed. */
    public record GitLogin(String user, String password) {
        @Override
        public String toString() {
            return user.isEmpty() ? "GitLogin[none]" : "GitLogin[given]";
        }
    }

    /** What the anchors are called. */
    public List<String> names() {
        return anchors.stream()
                .map(AnchorAddress::parse)
                .map(AnchorAddress::name)
                .toList();
    }

    /** For those who only read, such as a verification. */
    public static AnchorConfig reading(List<String> anchors, GitLogin git) {
        return new AnchorConfig(anchors, List.of(), git, EVERY_DEFAULT, LAG_MAX_DEFAULT);
    }

    /** What is wrong with a list of anchors and keys that somebody wrote. */
    public static Optional<String> problem(List<String> anchors, List<String> witnessKeys) {
        try {
            Set<String> names = new HashSet<>();
            for (String anchor : anchors) {
                if (!names.add(AnchorAddress.parse(anchor).name())) {
                    return Optional.of("two anchors have the name "
                            + AnchorAddress.parse(anchor).name());
                }
            }
            return witnessKeys.stream()
                    .map(NoteKey::parse)
                    .filter(key -> key.type() != NoteKey.Type.COSIGNATURE)
                    .map(key -> "the key " + key.name() + " is not one that makes cosignatures")
                    .findFirst();
        } catch (AnchorException | NoteException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }

    /** Whether a witness is among the anchors: then a key of it is needed too. */
    public static boolean asksWitness(List<String> anchors) {
        return anchors.stream().map(AnchorAddress::parse).anyMatch(AnchorAddress.Witness.class::isInstance);
    }
}
