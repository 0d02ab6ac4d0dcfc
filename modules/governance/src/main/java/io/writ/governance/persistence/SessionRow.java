package io.writ.governance.persistence;

import io.writ.evidence.Budget;
import io.writ.evidence.Digest;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.governance.PrincipalId;
import io.writ.governance.SessionId;
import io.writ.governance.TenantId;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.Progress;
import io.writ.governance.session.RunCounts;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** From a row of the session table to a session. */
final class SessionRow {

    /** What {@link #read} needs, of the table alias {@code s}. */
    static final String COLUMNS = """
            s.session_id, s.tenant_id, s.trace_id, s.principal_id, s.principal_commitment, s.purpose, s.token_hash,
            s.created_at, s.expires_at, s.as_of, s.policy_snapshot_id, s.policy_snapshot_hash,
            s.max_operator_calls, s.max_bytes, s.max_wallclock_ms, s.max_steps, s.max_parallelism,
            s.intent_id, s.calls_used, s.evidence_count, s.decision_count, s.bytes_used, s.label_classification, s.label_origin, s.finalized_at\
            """;

    private SessionRow() {}

    static LiveSession read(ResultSet row) throws SQLException {
        SessionFacts facts = new SessionFacts(
                new SessionKey(new TenantId(row.getString("tenant_id")), new SessionId(row.getString("session_id"))),
                row.getString("trace_id"),
                new PrincipalId(row.getString("principal_id")),
                digest(row, "principal_commitment"),
                digest(row, "token_hash"),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "as_of"),
                new PolicySnapshotRef(row.getString("policy_snapshot_id"), digest(row, "policy_snapshot_hash")),
                budget(row),
                Optional.ofNullable(row.getString("purpose")));
        Progress progress = new Progress(
                counts(row), row.getLong("bytes_used"), LabelNumbers.read(row), row.getObject("finalized_at") != null);
        return new LiveSession(facts, row.getObject("intent_id", UUID.class), progress);
    }

    /** Reads the columns that the end of a run states. */
    static RunCounts counts(ResultSet row) throws SQLException {
        return new RunCounts(row.getInt("calls_used"), row.getInt("evidence_count"), row.getInt("decision_count"));
    }

    private static Budget budget(ResultSet row) throws SQLException {
        int parallelism = row.getInt("max_parallelism");
        OptionalInt parallelismMax = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(parallelism);
        return new Budget(
                row.getInt("max_operator_calls"),
                Math.toIntExact(row.getLong("max_bytes")),
                row.getInt("max_wallclock_ms"),
                row.getInt("max_steps"),
                parallelismMax);
    }

    static Digest digest(ResultSet row, String column) throws SQLException {
        return Digest.ofRaw(row.getBytes(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
