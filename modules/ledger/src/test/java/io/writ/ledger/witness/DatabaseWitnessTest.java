package io.writ.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.WitnessOutcome;
import io.writ.ledger.WitnessedCheckpoint;
import io.writ.ledger.anchor.AddCheckpoint;
import io.writ.ledger.anchor.MemoryLog;
import io.writ.ledger.anchor.OriginHash;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A witness on a real database, asked by honest logs and by others. */
class DatabaseWitnessTest {

    private static final NoteSigner WITNESS =
            NoteSigner.parse(NoteSigner.mint("witness.example/w", NoteKey.Type.COSIGNATURE));
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static MigratedPostgres postgres;

    private final MemoryLog log = MemoryLog.of("a", 40);

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        postgres.reset();
    }

    @Test
    void whatExtendsIsSignedAndRemembered() {
        assertThat(cosigned(ask(log, 0, 7))).isEqualTo(NOW);
        assertThat(cosigned(ask(log, 7, 40))).isEqualTo(NOW);
        SignedNote kept = SignedNote.parse(((WitnessedCheckpoint.Shown)
                        witness().checkpoint(OriginHash.of(log.key().name())))
                .note());
        assertThat(kept.text()).isEqualTo(log.checkpoint().text());
        assertThat(NoteVerifier.verify(kept, log.key())).isInstanceOf(NoteVerifier.Verdict.Signed.class);
        assertThat(NoteVerifier.verify(kept, WITNESS.key()))
                .isEqualTo(new NoteVerifier.Verdict.Signed(Optional.of(NOW)));
    }

    @Test
    void theSameCheckpointIsSignedAgain() {
        ask(log, 0, 40);
        assertThat(ask(log, 40, 40)).isInstanceOf(WitnessOutcome.Cosigned.class);
    }

    @Test
    void aShrunkenTreeIsToldWhatWasSeen() {
        ask(log, 0, 40);
        MemoryLog restored = MemoryLog.of("a", 20);
        assertThat(ask(restored, 0, 20)).isEqualTo(new WitnessOutcome.Conflict(40));
        assertThat(add(new AddCheckpoint(40, List.of(), restored.checkpoint())))
                .isInstanceOf(WitnessOutcome.Malformed.class);
    }

    @Test
    void anOldRequestThatIsReplayedIsToldWhatWasSeen() {
        String old = new AddCheckpoint(7, log.between(7, 20).path(), log.checkpoint(20)).body();
        ask(log, 0, 7);
        assertThat(witness().add(old)).isInstanceOf(WitnessOutcome.Cosigned.class);
        ask(log, 20, 40);
        assertThat(witness().add(old)).isEqualTo(new WitnessOutcome.Conflict(40));
    }

    @Test
    void aForkIsNotSigned() {
        ask(log, 0, 20);
        MemoryLog fork = MemoryLog.of("b", 40);
        assertThat(ask(fork, 20, 40)).isInstanceOf(WitnessOutcome.Inconsistent.class);
        assertThat(add(new AddCheckpoint(20, log.between(20, 40).path(), fork.checkpoint())))
                .isInstanceOf(WitnessOutcome.Inconsistent.class);
        assertThat(add(new AddCheckpoint(20, List.of(), fork.checkpoint(20))))
                .isEqualTo(new WitnessOutcome.Conflict(20));
        assertThat(ask(log, 20, 40)).as("the log itself goes on").isInstanceOf(WitnessOutcome.Cosigned.class);
    }

    @Test
    void anUnknownLogAndAStrangersSignatureAreToldApart() {
        MemoryLog unknown = MemoryLog.of(NoteSigner.parse(NoteSigner.mint("writ.example/unknown")), "u", 3);
        assertThat(ask(unknown, 0, 3)).isInstanceOf(WitnessOutcome.UnknownLog.class);
        MemoryLog stranger =
                MemoryLog.of(NoteSigner.parse(NoteSigner.mint(log.key().name())), "a", 3);
        assertThat(ask(stranger, 0, 3)).isInstanceOf(WitnessOutcome.Unsigned.class);
        assertThat(witness().checkpoint(OriginHash.of(log.key().name()))).isEqualTo(new WitnessedCheckpoint.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "old\n\nwrit.example/anchored\n",
                "old 01\n\nx",
                "old -1\n\nx",
                "old 0\nnot base64!\n\nx",
                "old 0\nAAAA\n\nx",
                "old 0\n\nno note at all\n",
                "old 9999999999999999999\n\nx"
            })
    void garbageIsMalformed(String body) {
        assertThat(witness().add(body)).isInstanceOf(WitnessOutcome.Malformed.class);
    }

    @Test
    void aProofThatIsTooLongIsMalformed() {
        String line = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
        String body = "old 0\n" + line.repeat(64) + "\n" + log.checkpoint().written();
        assertThat(witness().add(body)).isInstanceOf(WitnessOutcome.Malformed.class);
        String padded = new AddCheckpoint(0, log.between(3, 40).path(), log.checkpoint()).body();
        assertThat(witness().add(padded)).isInstanceOf(WitnessOutcome.Inconsistent.class);
    }

    @Test
    void ofTwoBranchesThatArriveAtOnceOneIsSigned() throws Exception {
        ask(log, 0, 20);
        for (int round = 0; round < 5; round++) {
            postgres.reset();
            List<Future<WitnessOutcome>> outcomes = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (String branch : List.of("x", "y", "z", "w")) {
                    outcomes.add(threads.submit(() -> ask(MemoryLog.of(branch, 9), 0, 9)));
                }
            }
            int signed = 0;
            for (Future<WitnessOutcome> outcome : outcomes) {
                signed += outcome.get() instanceof WitnessOutcome.Cosigned ? 1 : 0;
            }
            assertThat(signed).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeRememberedIsNotSigned() throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("revoke insert on writ.witnessed_log from writ_app");
        }
        assertThatThrownBy(() -> ask(log, 0, 7)).hasMessageContaining("could not be witnessed");
    }

    @Test
    void noiseAboutNoLogOrAboutAnotherKeepsNoLogFromBeingWitnessed() {
        MemoryLog other = MemoryLog.of(NoteSigner.parse(NoteSigner.mint("writ.example/other")), "o", 3);
        MemoryLog unknown = MemoryLog.of(NoteSigner.parse(NoteSigner.mint("writ.example/unknown")), "u", 3);
        DatabaseWitness witness = witness(log.key(), other.key());
        for (int request = 0; request < 60; request++) {
            assertThat(witness.add("")).isInstanceOf(WitnessOutcome.Malformed.class);
            assertThat(witness.add(request(unknown, 0, 3))).isInstanceOf(WitnessOutcome.UnknownLog.class);
            witness.add(request(other, 0, 3));
        }
        assertThat(witness.add(request(other, 0, 3))).isInstanceOf(WitnessOutcome.Busy.class);
        assertThat(witness.add(request(log, 0, 7))).isInstanceOf(WitnessOutcome.Cosigned.class);
    }

    @Test
    void whoLooksTooOftenWaitsAndKeepsNobodyFromBeingWitnessed() {
        DatabaseWitness witness = witness(log.key());
        String origin = OriginHash.of(log.key().name());
        for (int look = 0; look < 50; look++) {
            assertThat(witness.checkpoint(origin)).isInstanceOf(WitnessedCheckpoint.Unknown.class);
        }
        assertThat(witness.checkpoint(origin)).isInstanceOf(WitnessedCheckpoint.Busy.class);
        assertThat(witness.add(request(log, 0, 7))).isInstanceOf(WitnessOutcome.Cosigned.class);
    }

    private WitnessOutcome ask(MemoryLog asking, long old, long size) {
        return witness().add(request(asking, old, size));
    }

    private static String request(MemoryLog asking, long old, long size) {
        return new AddCheckpoint(old, asking.between(old, size).path(), asking.checkpoint(size)).body();
    }

    private WitnessOutcome add(AddCheckpoint request) {
        return witness().add(request.body());
    }

    private DatabaseWitness witness() {
        return witness(log.key());
    }

    private static DatabaseWitness witness(NoteKey... logs) {
        return new DatabaseWitness(postgres.asApp(), WITNESS, List.of(logs), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Instant cosigned(WitnessOutcome outcome) {
        assertThat(outcome).isInstanceOf(WitnessOutcome.Cosigned.class);
        return NOW;
    }
}
