package io.writ.it;

import io.writ.cli.database.DatabaseAccess;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.VerificationReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database holds, read by the auditor, who belongs to no tenant and can change nothing. */
record Records(DatabaseAccess database) {

    /** The records of one session as text, in the order of their ledger entries. */
    List<String> of(String sessionId) {
        return texts(
                "select convert_from(d.canonical, 'UTF8') from writ.decision d"
                        + " join writ.ledger_entry e on e.record_id = d.decision_id"
                        + " where d.session_id = ? order by d.occurred_at, e.lane, e.seq",
                sessionId);
    }

    List<String> texts(String sql, String parameter) {
        try (Connection connection = database.asAuditor().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException("reading records", failed);
        }
    }

    VerificationReport verify() {
        return LedgerVerifier.over(database.asAuditor()).verify();
    }

    /** What does not hold. A session that a test left open becomes a gap one day, and a log that says so holds. */
    List<String> offences() {
        VerificationReport report = verify();
        return report.verdict().holds() ? List.of() : report.sentences();
    }

    /** Does something to the database as its owner, which the server never is. */
    void asOwner(String... statements) {
        try (Connection connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("changing the database", failed);
        }
    }
}
