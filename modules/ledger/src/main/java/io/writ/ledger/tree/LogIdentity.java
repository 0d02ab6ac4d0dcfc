package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Signs in the name of the log. The origin is the name of the key. */
final class LogIdentity {

    private final NoteSigner signer;
    private final Clock clock;

    LogIdentity(NoteSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    SignedRoot sign(GrowingTree tree) {
        Instant now = clock.instant();
        String text = new Checkpoint(signer.key().name(), tree.size(), tree.root(), List.of()).text();
        String note =
                new SignedNote(text, List.of()).with(signer.sign(text, now)).written();
        return new SignedRoot(
                tree.size(), tree.root(), tree.subtrees(), ChronoUnit.MICROS.between(Instant.EPOCH, now), note);
    }
}
