package io.writ.ledger.notice;

import io.writ.evidence.SharedJson;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignatureLine;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * The same log goes on with another key.
 *
 * @param stand of the tree under the last checkpoint that the old key signed alone
 */
public record KeyChange(
        Envelope envelope, long epoch, NoteKey oldKey, NoteKey newKey, Stand stand, List<SignatureLine> signatures)
        implements Succession {

    public KeyChange {
        signatures = List.copyOf(signatures);
    }

    /** A change that both keys have signed. */
    public static KeyChange signed(Envelope envelope, long epoch, NoteSigner older, NoteSigner newer, Stand stand) {
        KeyChange unsigned = new KeyChange(envelope, epoch, older.key(), newer.key(), stand, List.of());
        return new KeyChange(
                envelope,
                epoch,
                older.key(),
                newer.key(),
                stand,
                Succession.signed(unsigned.statement(), older, newer, envelope.noticedAt()));
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.KEY_CHANGE;
    }

    @Override
    public String statement() {
        return "writ ledger key change v1\nnotice " + envelope.id() + "\nepoch " + epoch + "\nold " + oldKey.text()
                + "\nnew " + newKey.text() + "\n" + stand.line();
    }

    @Override
    public JsonObject json() {
        return envelope.opened(kind())
                .add("epoch", epoch)
                .add("new_key", newKey.text())
                .add("old_key", oldKey.text())
                .add("root", stand.hex())
                .add("signatures", SharedJson.PROVIDER.createArrayBuilder(Succession.lines(signatures)))
                .add("size", stand.size())
                .build();
    }

    static KeyChange read(Members members) {
        KeyChange change = new KeyChange(
                members.envelope(),
                members.number("epoch"),
                members.key("old_key"),
                members.key("new_key"),
                Stand.read(members),
                members.signatures("signatures"));
        members.end();
        if (!change.oldKey.name().equals(change.newKey.name())) {
            throw new NoticeException("a change of the key keeps its name");
        }
        return change;
    }
}
