package io.writ.ledger.notice;

import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One key of the log takes over from another. Both sign it, so that trust in one leads to the other. */
public sealed interface Succession extends Notice permits KeyChange, Restart {

    Envelope envelope();

    /** Which key of the log the new one is; the first is 1. */
    long epoch();

    NoteKey oldKey();

    NoteKey newKey();

    /** Where the tree stood. */
    Stand stand();

    /** Below {@link #statement}. */
    List<SignatureLine> signatures();

    /**
     * What both keys sign: lines of text, the first of which is no origin of any log. The verifier builds it anew from
     * the members, so there is nothing in it that could differ from them.
     */
    String statement();

    /** What is wrong with the keys or their signatures; empty when both hold. */
    default Optional<String> problem() {
        SignedNote note = new SignedNote(statement(), signatures());
        for (NoteKey key : List.of(oldKey(), newKey())) {
            switch (NoteVerifier.verify(note, key)) {
                case NoteVerifier.Verdict.Signed _ -> {}
                case NoteVerifier.Verdict.Absent _ -> {
                    return Optional.of("the key " + key.text() + " did not sign it");
                }
                case NoteVerifier.Verdict.Forged _ -> {
                    return Optional.of("the signature of the key " + key.text() + " is forged");
                }
            }
        }
        return oldKey().equals(newKey()) ? Optional.of("it leads from a key to the same key") : Optional.empty();
    }

    /** Lines of two signers under a statement. */
    static List<SignatureLine> signed(String statement, NoteSigner older, NoteSigner newer, Instant now) {
        return List.of(older.sign(statement, now), newer.sign(statement, now));
    }

    /** Written forms of signature lines, without their line feeds. */
    static List<String> lines(List<SignatureLine> signatures) {
        return signatures.stream().map(line -> line.text().strip()).toList();
    }
}
