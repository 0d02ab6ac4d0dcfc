package io.writ.governance.persistence;

import io.writ.evidence.ClaimMapJson;
import io.writ.evidence.JudgedClaimMap;
import io.writ.evidence.StrictJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.GovernanceException;
import io.writ.governance.PrincipalId;
import io.writ.governance.RunSummary;
import io.writ.governance.SessionId;
import io.writ.governance.TenantId;
import io.writ.governance.session.SessionKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Sessions as runs somebody looks at later. */
public final class RunRows {

    private static final String COLUMNS = """
            select session_id, trace_id, principal_id, created_at, question, terminal_mode, decision_count,
                   evidence_count, label_classification, label_origin""";

    private static final String FROM = """

              from writ.session
            """;

    private static final String RECENT = COLUMNS + FROM + """
             where principal_id = coalesce(?::text, principal_id)
             order by created_at desc, session_id desc
             limit ?
            """;

    private static final String ONE = COLUMNS + ", answer, claim_map::text" + FROM + """
             where session_id = ? and principal_id = coalesce(?::text, principal_id)
            """;

    private final DataSource database;

    public RunRows(DataSource database) {
        this.database = database;
    }

    /** A run, and what it was closed with. */
    public record Run(RunSummary summary, Optional<String> answer, Optional<JudgedClaimMap> claims) {}

    /** Newest first; of one principal, or of everybody in the tenant. */
    public List<RunSummary> recent(TenantId tenant, Optional<PrincipalId> owner, int limit) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, RECENT)) {
            ResultSet rows =
                    statement.text(owner.map(PrincipalId::value)).number(limit).rows();
            List<RunSummary> found = new ArrayList<>();
            while (rows.next()) {
                found.add(summary(rows));
            }
            return found;
        } catch (SQLException databaseDown) {
            throw new GovernanceException("listing the runs of a tenant", databaseDown);
        }
    }

    /** One run, if it exists in the tenant and is the owner's. */
    public Optional<Run> one(SessionKey key, Optional<PrincipalId> owner) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, key.tenant(), ONE)) {
            ResultSet row = statement
                    .text(key.session().value())
                    .text(owner.map(PrincipalId::value))
                    .rows();
            return row.next() ? Optional.of(run(row)) : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("loading run " + key.session(), databaseDown);
        }
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                summary(row),
                Optional.ofNullable(row.getString("answer")),
                Optional.ofNullable(row.getString("claim_map"))
                        .map(StrictJson::parseObject)
                        .map(ClaimMapJson::readJudged));
    }

    private static RunSummary summary(ResultSet row) throws SQLException {
        return new RunSummary(
                new SessionId(row.getString("session_id")),
                row.getString("trace_id"),
                row.getString("principal_id"),
                SessionRow.instant(row, "created_at"),
                Optional.ofNullable(row.getString("question")),
                Optional.ofNullable(row.getString("terminal_mode")).map(TerminalMode::valueOf),
                row.getInt("decision_count"),
                row.getInt("evidence_count"),
                LabelNumbers.read(row));
    }
}
