package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdentityTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private final EntryView entry =
            new EntryView().place(1, 1, EntryKind.DECISION.number()).record(ID);

    @Test
    void theMembersOfTheRecordAreReadAndNotThoseInsideOthers() {
        assertThat(identity(
                        "{\"detail\":{\"kind\":\"gap\",\"x\":[\"}\",{\"tenant\":\"\\\"\"}]},\"kind\":\"decision\",\"n\":1.5,"
                                + "\"record_id\":\"" + ID + "\",\"tenant\":\"acme\",\"z\":null}"))
                .isEqualTo(new RecordIdentity(ID.toString(), "acme", "decision", "", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"kind\"",
                "{\"kind\":",
                "{\"kind\":\"dec",
                "{\"kind\":{\"a\":[1,2",
                "\"kind\"",
                "{\"a\\"
            })
    void bytesThatAreNoRecordNameNothing(String text) {
        assertThat(identity(text)).isEqualTo(new RecordIdentity("", "", "", "", false));
    }

    @Test
    void aRecordInAnotherPlaceThanItsOwnIsNamed() {
        String text = "{\"kind\":\"decision\",\"record_id\":\"" + ID + "\",\"tenant\":\"acme\"}";

        assertThat(identity(text).isCopy(stored(ID, "acme"))).isFalse();
        assertThat(identity(text).isCopy(stored(new UUID(1, 2), "acme"))).isTrue();
        assertThat(identity(text).isElsewhere(stored(ID, "acme"))).isFalse();
        assertThat(identity(text).isElsewhere(stored(ID, "globex"))).isTrue();
        assertThat(identity(text).isOfOtherKind(entry)).isFalse();
        assertThat(identity(text).isOfOtherKind(new EntryView().place(1, 1, 5))).isTrue();
    }

    private static StoredRecord stored(UUID id, String tenant) {
        var record = new StoredRecord();
        record.look(id, tenant, new byte[0]);
        return record;
    }

    private static RecordIdentity identity(String text) {
        return RecordIdentity.in(text.getBytes(StandardCharsets.UTF_8));
    }
}
