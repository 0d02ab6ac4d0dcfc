package io.writ.ledger.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.retention.RetiredRange;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00.123Z");
    private static final Envelope ENVELOPE = new Envelope(UUID.fromString("019aa1b2-0000-7000-8000-000000000001"), NOW);
    private static final NoteSigner OLD = NoteSigner.parse(NoteSigner.mint("writ.example/log"));
    private static final NoteSigner NEW = NoteSigner.parse(NoteSigner.mint("writ.example/log"));
    private static final Stand STAND = new Stand(3, TreeHash.leaf(new byte[] {1}));
    private static final LaneSeal SEAL = new LaneSeal(ENVELOPE, 4, 2, Digest.of("x"), new UUID(1, 2), "node-a");
    private static final String SEAL_TEXT =
            "{\"boot_id\":\"00000000-0000-0001-0000-000000000002\",\"kind\":\"lane-seal\","
                    + "\"lane\":4,\"last_entry\":\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\","
                    + "\"last_seq\":2,\"node_id\":\"node-a\",\"noticed_at\":\"2026-11-20T16:00:00.123Z\","
                    + "\"record_id\":\"019aa1b2-0000-7000-8000-000000000001\",\"type\":\"https://writ.io/notice/v1\"}";

    private static final Retention RETENTION = new Retention(
            ENVELOPE,
            new RetiredRange(
                    UUID.fromString("0198626c-fc00-0000-0000-000000000000"),
                    UUID.fromString("01990212-5400-0000-0000-000000000000"),
                    7,
                    Digest.of("leaves")),
            Map.of("session", 3L),
            checkpoint(),
            "writ_owner");

    @Test
    void aSealIsWrittenLikeThisForEver() {
        assertThat(new String(SEAL.canonical(), StandardCharsets.UTF_8)).isEqualTo(SEAL_TEXT);
        assertThat(Notice.parse(SEAL.canonical())).isEqualTo(SEAL);
    }

    @Test
    void aChangeOfTheKeyIsReadAsItWasWritten() {
        KeyChange change = KeyChange.signed(ENVELOPE, 2, OLD, NEW, STAND);
        assertThat(change.problem()).isEmpty();
        assertThat(Notice.parse(change.canonical())).isEqualTo(change);
        assertThat(change.statement())
                .isEqualTo("writ ledger key change v1\nnotice " + ENVELOPE.id() + "\nepoch 2\nold "
                        + OLD.key().text() + "\nnew " + NEW.key().text() + "\nstands 3 " + STAND.hex() + "\n");
    }

    @Test
    void aRestartIsReadAsItWasWrittenAndItsSignaturesCoverEachMember() {
        NoteSigner named = NoteSigner.parse(NoteSigner.mint("writ.example/other"));
        Restart restart = Restart.signed(ENVELOPE, 2, OLD, named, STAND, new Restart.Loss("note\n", "disk"));
        assertThat(Notice.parse(restart.canonical())).isEqualTo(restart);
        assertThat(restart.problem()).isEmpty();
        assertThat(changed(restart, new Restart.Loss("another\n", "disk"), 2, STAND)
                        .problem())
                .isPresent();
        assertThat(changed(restart, new Restart.Loss("note\n", "theft"), 2, STAND)
                        .problem())
                .isPresent();
        assertThat(changed(restart, restart.loss(), 3, STAND).problem()).isPresent();
        assertThat(changed(restart, restart.loss(), 2, new Stand(4, STAND.root()))
                        .problem())
                .isPresent();
    }

    @Test
    void theSignatureOfOneNoticeDoesNotServeAnother() {
        KeyChange change = KeyChange.signed(ENVELOPE, 2, OLD, NEW, STAND);
        Envelope other = new Envelope(new UUID(7, 7), NOW);
        KeyChange replayed = new KeyChange(other, 2, OLD.key(), NEW.key(), STAND, change.signatures());
        assertThat(replayed.problem()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "\"lane\":4, => '' => its member lane is missing",
                "\"lane\":4 => \"lane\":-4 => its member lane is no whole number from 0",
                "\"lane\":4 => \"lane\":\"4\" => its member lane is no whole number from 0",
                "\"lane\":4 => \"lane\":4.5 => its member lane is no whole number from 0",
                "\"lane\":4 => \"lane\":4.0 => it is not in canonical form",
                "\"lane\":4 => \"lane\":4,\"lane\":4 => it is no JSON of ours",
                "\"lane\":4 => \"lane\": 4 => it is not in canonical form",
                "\"lane\":4 => \"lamp\":1,\"lane\":4 => it has members that notices of its kind do not have: lamp",
                "lane-seal => lane-weal => notices of kind lane-weal are not known to this version",
                "notice/v1 => notice/v2 => its type is not",
                "2d71 => 2D71 => its member last_entry is no SHA-256 digest",
                "00000000-0000-0001-0000-000000000002 => 0-0-1-0-2 => its member boot_id is no UUID in its one written form",
                "2026-11-20T16:00:00.123Z => yesterday => its member noticed_at is no time"
            })
    void whatIsNotANoticeIsNotReadAsOne(String part, String other, String problem) {
        byte[] changed = SEAL_TEXT.replace(part.strip(), other.strip()).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(NoticeException.class)
                .isThrownBy(() -> Notice.parse(changed))
                .withMessageContaining(problem);
    }

    @Test
    void aRetentionIsReadAsItWasWritten() {
        assertThat(Notice.parse(RETENTION.canonical())).isEqualTo(RETENTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "\"leaves\":7 => \"leaves\":7.5 => its member leaves is no whole number from 0",
                "\"leaves\":7 => \"laves\":7 => its member leaves is missing",
                "\"leaves\":7 => \"lamp\":1,\"leaves\":7 => it has members that notices of its kind do not have: lamp",
                "\"session\":3 => \"session\":-3 => its member session is no whole number from 0",
                "{\"session\":3} => [3] => its member rows is no object",
                "0198626c-fc00-0000-0000-000000000000 => 1-1-1-1-1 => its member from_id is no UUID in its one written form",
                "writ.example/log\\n3 => writ.example/log\\nmany => its member checkpoint is none"
            })
    void whatIsNotARetentionIsNotReadAsOne(String part, String other, String problem) {
        String text = new String(RETENTION.canonical(), StandardCharsets.UTF_8);
        assertThat(text).contains(part.strip());
        byte[] changed = text.replace(part.strip(), other.strip()).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(NoticeException.class)
                .isThrownBy(() -> Notice.parse(changed))
                .withMessageContaining(problem);
    }

    private static String checkpoint() {
        String text = new Checkpoint("writ.example/log", 3, STAND.root(), List.of()).text();
        return new SignedNote(text, List.of()).with(OLD.sign(text, NOW)).written();
    }

    private static Restart changed(Restart restart, Restart.Loss loss, long epoch, Stand stand) {
        return new Restart(
                restart.envelope(), epoch, restart.oldKey(), restart.newKey(), stand, loss, restart.signatures());
    }
}
