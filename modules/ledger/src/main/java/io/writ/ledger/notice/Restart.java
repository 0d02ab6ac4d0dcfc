package io.writ.ledger.notice;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignatureLine;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A database that lost what was already signed goes on as another log: with another key of another name, so that nobody
 * ever sees one log shrink.
 *
 * @param stand of what is left
 * @param loss what is not
 */
public record Restart(
        Envelope envelope,
        long epoch,
        NoteKey oldKey,
        NoteKey newKey,
        Stand stand,
        Loss loss,
        List<SignatureLine> signatures)
        implements Succession {

    /** A sentence or a few; a report has another place. */
    private static final int REASON_LENGTH_MAX = 1_000;

    public Restart {
        signatures = List.copyOf(signatures);
        if (oldKey.name().equals(newKey.name())) {
            throw new NoticeException("a log that begins anew has another name than " + oldKey.name());
        }
    }

    /**
     * What is gone.
     *
     * @param checkpoint the newest signed note that is known of the lost log, as it was found
     * @param reason what happened, in one line
     */
    public record Loss(String checkpoint, String reason) {

        public Loss {
            boolean fits = !reason.isBlank() && reason.length() <= REASON_LENGTH_MAX;
            if (!fits || reason.codePoints().anyMatch(Character::isISOControl)) {
                throw new NoticeException("a reason is one line of 1 to " + REASON_LENGTH_MAX
                        + " characters, without control characters");
            }
        }
    }

    /** A restart that both keys have signed. */
    public static Restart signed(
            Envelope envelope, long epoch, NoteSigner older, NoteSigner newer, Stand stand, Loss loss) {
        Restart unsigned = new Restart(envelope, epoch, older.key(), newer.key(), stand, loss, List.of());
        return new Restart(
                envelope,
                epoch,
                older.key(),
                newer.key(),
                stand,
                loss,
                Succession.signed(unsigned.statement(), older, newer, envelope.noticedAt()));
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.RESTART;
    }

    @Override
    public String statement() {
        return "writ ledger restart v1\nnotice " + envelope.id() + "\nepoch " + epoch + "\nold " + oldKey.text()
                + "\nnew " + newKey.text() + "\n" + stand.line() + "lost "
                + Digest.of(loss.checkpoint()).hex() + "\nreason " + loss.reason() + "\n";
    }

    @Override
    public JsonObject json() {
        return envelope.opened(kind())
                .add("epoch", epoch)
                .add("lost_checkpoint", loss.checkpoint())
                .add("new_key", newKey.text())
                .add("old_key", oldKey.text())
                .add("reason", loss.reason())
                .add("root", stand.hex())
                .add("signatures", SharedJson.PROVIDER.createArrayBuilder(Succession.lines(signatures)))
                .add("size", stand.size())
                .build();
    }

    static Restart read(Members members) {
        Restart restart = new Restart(
                members.envelope(),
                members.number("epoch"),
                members.key("old_key"),
                members.key("new_key"),
                Stand.read(members),
                new Loss(members.text("lost_checkpoint"), members.text("reason")),
                members.signatures("signatures"));
        members.end();
        return restart;
    }
}
