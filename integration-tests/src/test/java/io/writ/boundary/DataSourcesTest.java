package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every data source of the server, those of tomorrow too. */
class DataSourcesTest {

    private static final Pattern PROPERTIES = Pattern.compile("<properties\\.postgresql [^>]*>");

    @Test
    void noDataSourceLetsTheDatabaseQuoteRowsInLogs() throws IOException {
        String server = Files.readString(Repository.root().resolve("liberty/server.xml"));
        List<String> sources =
                PROPERTIES.matcher(server).results().map(MatchResult::group).toList();

        assertThat(sources).hasSize(server.split("<dataSource ", -1).length - 1);
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).contains("logServerErrorDetail=\"false\""));
    }
}
