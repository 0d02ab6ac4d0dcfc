package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureLogTest {

    private final Lines log = new Lines();

    @Test
    void whatTheDatabaseSaysAboutARowIsNotLogged() {
        var refusal = new SQLException("invalid input syntax for type bigint: \"Ann Smith\"", "22P02");

        FailureLog.log(log, Level.ERROR, "the database refused decision 7", refusal);
        FailureLog.log(log, Level.ERROR, "a batch broke", new IllegalStateException(refusal));

        assertThat(log.lines)
                .containsExactly(
                        "the database refused decision 7: java.sql.SQLException, SQL state 22P02",
                        "a batch broke: java.lang.IllegalStateException, SQL state 22P02");
    }

    @Test
    void whyThereIsNoDatabaseIsLogged() {
        FailureLog.log(log, Level.ERROR, "connecting", new SQLException("connection to db1 refused", "08001"));

        assertThat(log.lines).containsExactly("connecting: java.sql.SQLException: connection to db1 refused");
    }

    @Test
    void aRealRefusalQuotesNothing() throws SQLException {
        try (var connection = TestDatabase.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 'Ann Smith'::bigint");
        } catch (SQLException refused) {
            FailureLog.log(log, Level.ERROR, "asking", refused);
        }

        assertThat(log.lines).singleElement().asString().contains("22P02").doesNotContain("Ann");
    }

    private static final class Lines implements Logger {

        private final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
            lines.add(thrown == null ? text : text + ": " + thrown);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String format, Object... values) {
            lines.add(MessageFormat.format(format, values));
        }
    }
}
