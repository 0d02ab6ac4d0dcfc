package io.writ.ledger.anchor;

import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A witness, asked as C2SP {@code tlog-witness} has it. It signs only what extends what it has seen. What it merely says,
 * such as a size, is no evidence: it is not signed by the log.
 */
final class WitnessAnchor implements Anchor {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** The first question tells what the witness knows, the second is asked with it, a third after a race. */
    private static final int ATTEMPTS_MAX = 3;

    private static final Pattern SIZE = Pattern.compile("(?:0|[1-9][0-9]{0,17})\n?");

    private final String name;
    private final WitnessHttp witness;
    private final List<NoteKey> keys;
    private final Clock clock;
    private long known;
    private Instant notBefore = Instant.MIN;

    WitnessAnchor(String name, WitnessHttp witness, List<NoteKey> keys, Clock clock) {
        this.name = name;
        this.witness = witness;
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AnchorReading read(LogTrust trust) {
        WitnessHttp.Answer answer = asked(() -> witness.checkpoint(trust.origin()));
        return switch (answer.status()) {
            case OK ->
                AnchorReading.of(trust.judge(
                        answer.text(),
                        witness.address("/" + OriginHash.of(trust.origin()) + "/checkpoint")
                                .toString()));
            case NOT_FOUND -> AnchorReading.nothing();
            default -> throw new AnchorException(witness.address("/") + " answered " + answer.status());
        };
    }

    /** Not every witness shows what it holds; each says whether a checkpoint extends it. */
    @Override
    public AnchorReading consult(LogHistory log) {
        AnchorReading shown = read(log.trust());
        if (shown.newest().isEmpty() && shown.unknown().isEmpty()) {
            log.newest().ifPresent(newest -> publish(newest, log));
        }
        return shown;
    }

    @Override
    public List<SignatureLine> publish(SignedNote checkpoint, LogHistory log) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            long old = Math.min(known, size);
            var question = new AddCheckpoint(old, log.between(old, size).path(), checkpoint);
            WitnessHttp.Answer answer = asked(() -> witness.add(question));
            if (answer.status() == OK) {
                known = size;
                return cosignatures(checkpoint, answer.text());
            }
            known = answer.status() == CONFLICT ? claimed(answer) : old;
            if (known > size || known == old) {
                // What it shows may be signed by the log; then it is evidence, and not just a refusal.
                Standing.require(read(log.trust()), name, log);
                throw refused(answer, old, size, log);
            }
        }
        throw new AnchorException(
                witness.address("/") + " changed what it knows of the log " + ATTEMPTS_MAX + " times");
    }

    /** A witness that said when it wants to be asked again is left alone until then. */
    private WitnessHttp.Answer asked(Supplier<WitnessHttp.Answer> question) {
        if (clock.instant().isBefore(notBefore)) {
            throw new AnchorException(witness.address("/") + " wants to be asked again at " + notBefore);
        }
        WitnessHttp.Answer answer = question.get();
        if (answer.status() == TOO_MANY || answer.status() == UNAVAILABLE) {
            Instant now = clock.instant();
            notBefore = RetryAfter.until(answer.retryAfter(), now).orElse(now);
            throw new AnchorException(witness.address("/") + " answered " + answer.status());
        }
        return answer;
    }

    /** What a conflict says the witness knows. */
    private long claimed(WitnessHttp.Answer answer) {
        if (!SIZE.matcher(answer.text()).matches()) {
            throw new AnchorException(witness.address("/") + " answered 409 without a size");
        }
        return Long.parseLong(answer.text().strip());
    }

    private AnchorException refused(WitnessHttp.Answer answer, long old, long size, LogHistory log) {
        String what = switch (answer.status()) {
            case NOT_FOUND, FORBIDDEN ->
                "does not know this log: its operator adds the key "
                        + log.trust().keys().getLast().text();
            case CONFLICT ->
                known == old
                        ? "says that it has seen another root for " + old + " leaves, and shows no proof of it"
                        : "says that it has seen " + known + " leaves of this log, which has " + size
                                + ", and shows no proof of it";
            case UNPROCESSABLE -> "finds that the tree does not extend the one of " + old + " leaves it has seen";
            default -> "answered " + answer.status();
        };
        return new AnchorException(witness.address("/") + " " + what);
    }

    private List<SignatureLine> cosignatures(SignedNote checkpoint, String lines) {
        try {
            SignedNote signed = SignedNote.parse(checkpoint.text() + "\n" + lines);
            List<SignatureLine> trusted = new ArrayList<>();
            for (NoteKey key : keys) {
                if (NoteVerifier.verify(signed, key) instanceof NoteVerifier.Verdict.Signed) {
                    signed.signatureOf(key).ifPresent(trusted::add);
                }
            }
            if (!trusted.isEmpty()) {
                return trusted;
            }
        } catch (NoteException malformed) {
            throw AnchorException.of(witness.address("/") + " answered with no signature lines", malformed);
        }
        throw new AnchorException(witness.address("/")
                + " signed with none of the keys in WRIT_LEDGER_WITNESS_KEYS, so it counts for nothing");
    }
}
