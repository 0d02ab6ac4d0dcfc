package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import io.writ.governance.session.RunCounts;
import io.writ.governance.session.SessionKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which records a run holds, in one digest: {@code SHA-256(0x21 || leaf || leaf ...)} over the leaves of the ledger in
 * ascending order. The end of a run states it beside its counts: a number says only how many there are, so another entry
 * of the same log could stand for one that somebody wants to keep back.
 */
public final class RunLeaves {

    private static final String SQL = """
            select count(*), sha256('\\x21'::bytea || string_agg(leaf, ''::bytea order by leaf))
              from (select sha256('\\x10'::bytea || canonical) as leaf
                      from writ.decision
                     where session_id = ? and after_end is null) record
            """;

    private final DataSource database;

    public RunLeaves(DataSource database) {
        this.database = database;
    }

    /**
     * The digest while the run holds as many records as these. Empty otherwise: with more, the run cannot end under these
     * counts and is asked again; with fewer, rows are gone, and nothing should vouch for the rest.
     */
    public Optional<Digest> of(SessionKey run, RunCounts counts) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, run.tenant(), SQL)) {
            ResultSet row = statement.text(run.session().value()).rows();
            row.next();
            return row.getLong(1) == counts.records() ? Optional.of(Digest.ofRaw(row.getBytes(2))) : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("digesting the records of session " + run.session(), databaseDown);
        }
    }
}
