package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.DevDatabase;
import io.writ.cli.database.Login;
import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerCommandTest {

    private static final UUID BOOT = new UUID(1, 2);

    @TempDir
    private static Path directory;

    private static DevDatabase database;
    private static DatabaseAccess access;

    @BeforeAll
    static void oneRecord() throws SQLException {
        database = DevDatabase.start(directory);
        access = database.access();
        byte[] canonical = "{}".getBytes(StandardCharsets.UTF_8);
        Digest genesis = LedgerHash.genesis(1, BOOT, "node");
        Digest leaf = LedgerHash.leaf(canonical);
        UUID record = UUID.randomUUID();
        owner(
                "insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)"
                        + " values (?, 'acme', 't', 2, 'e', now(), ?)",
                record,
                canonical);
        owner(
                "insert into writ.ledger_lane (node_id, boot_id, opened_us, genesis) values ('node', ?, 0, ?)",
                BOOT,
                genesis.bytes());
        owner(
                "insert into writ.ledger_entry values (1, 1, 2, ?, ?, ?)",
                record,
                leaf.bytes(),
                LedgerHash.entry(genesis, 1, 1, EntryKind.DECISION, leaf).bytes());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void anIntactLedgerAndThenABrokenOne() throws SQLException {
        Outcome intact = verify(access.auditor(), "AUDITOR");
        assertThat(intact.output())
                .startsWith(
                        "The ledger is intact, as far as it was checked. NOT checked: signatures of checkpoints, for"
                                + " want of a key; 1 entry that no checkpoint covers yet: whoever has the database"
                                + " could have written it.\n")
                .containsPattern("entries +1\\R +records +1\\R");
        assertThat(intact.exitCode()).isZero();
        assertThat(verify(access.owner(), "OWNER").exitCode()).isZero();

        owner("alter table writ.decision disable trigger append_only");
        owner("update writ.decision set canonical = ?", "{ }".getBytes(StandardCharsets.UTF_8));
        Outcome broken = verify(access.auditor(), "AUDITOR");
        assertThat(broken.output())
                .contains("The ledger does NOT hold: forked.")
                .contains("first: lane 1, entry 1: its record")
                .contains("- forked: lane 1, entry 1: its record");
        assertThat(broken.exitCode()).isEqualTo(1);
    }

    @Test
    void whoSeesOneTenantCannotVerify() {
        Outcome refused = verify(access.app(), "AUDITOR");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("verify as the auditor");
    }

    @Test
    void aWrongPasswordIsOneLineWithoutThePassword() {
        Outcome refused = verify(new Login("writ_auditor", "guess"), "AUDITOR");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("password authentication failed").doesNotContain("guess");
        assertThat(refused.errors().lines().count()).isEqualTo(1);
    }

    private static Outcome verify(Login login, String role) {
        return Outcome.of(
                Map.of(
                        "WRIT_DB_URL",
                        access.url(),
                        "WRIT_DB_" + role + "_USER",
                        login.user(),
                        "WRIT_DB_" + role + "_PASSWORD",
                        login.password()),
                "ledger",
                "verify");
    }

    private static void owner(String sql, Object... parameters) throws SQLException {
        try (Connection connection = access.asOwner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }
}
