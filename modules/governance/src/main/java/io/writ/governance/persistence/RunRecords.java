package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.SpentView;
import io.writ.governance.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What a writ is made of and the run's page is not: records byte for byte, what was spent, the question's opening. */
public final class RunRecords {

    private static final String RECORDS = """
            select decision_id, canonical from writ.decision
             where session_id = ?
             order by occurred_at, decision_id
             limit ?
            """;

    private static final String RUN = """
            select run.calls_used, run.bytes_used, opening.salt, opening.content, opening.commitment, opening.sealed,
                   person.key_id, person.key
              from writ.session run
              left join writ.personal_value opening on opening.commitment = run.question_commitment
              left join writ.subject_key person on person.key_id = opening.key_id
             where run.session_id = ?
            """;

    private final DataSource database;

    public RunRecords(DataSource database) {
        this.database = database;
    }

    /** One record. */
    public record Kept(UUID id, CanonicalBytes canonical) {}

    /** What the session row and the openings hold. */
    public record Facts(SpentView spent, Optional<Opening> question) {}

    /**
     * What opens the commitment to a question; absent after an erasure.
     *
     * @param salt in lower-case hexadecimal characters
     */
    public record Opening(String salt, String text) {}

    /** Oldest first, at most so many. */
    public List<Kept> of(SessionKey key, int limit) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, key.tenant(), RECORDS)) {
            ResultSet rows = statement.text(key.session().value()).number(limit).rows();
            List<Kept> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Kept(rows.getObject(1, UUID.class), CanonicalBytes.ofStored(rows.getBytes(2))));
            }
            return found;
        } catch (SQLException databaseDown) {
            throw new GovernanceException("loading the records of session " + key.session(), databaseDown);
        }
    }

    /** Of a session that is there. */
    public Facts facts(SessionKey key) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, key.tenant(), RUN)) {
            ResultSet row = statement.text(key.session().value()).rows();
            if (!row.next()) {
                throw new GovernanceException("finding session " + key.session() + " again");
            }
            return new Facts(new SpentView(row.getInt("calls_used"), row.getLong("bytes_used")), opening(row));
        } catch (SQLException databaseDown) {
            throw new GovernanceException("loading what session " + key.session() + " spent", databaseDown);
        }
    }

    /** Readable while the person has its key; rows from before there were keys hold salt and text themselves. */
    private static Optional<Opening> opening(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        if (salt != null) {
            return Optional.of(new Opening(HexFormat.of().formatHex(salt), row.getString("content")));
        }
        byte[] key = row.getBytes("key");
        return key == null
                ? Optional.empty()
                : new SubjectKey(row.getLong("key_id"), key)
                        .open(row.getBytes("sealed"), row.getBytes("commitment"))
                        .map(RunRecords::opening);
    }

    private static Opening opening(byte[] saltAndText) {
        return new Opening(
                HexFormat.of().formatHex(saltAndText, 0, PersonalValue.SALT_BYTES),
                new String(
                        saltAndText,
                        PersonalValue.SALT_BYTES,
                        saltAndText.length - PersonalValue.SALT_BYTES,
                        StandardCharsets.UTF_8));
    }
}
