package io.writ.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSettingsTest {

    @TempDir
    private Path folder;

    private final Map<String, String> values = new HashMap<>();
    private final Environment environment = new Environment(name -> Optional.ofNullable(values.get(name)));

    @Test
    void withoutAKeyThereIsABoundAndNobodyWhoSigns() {
        SequencerSettings settings = new LedgerSettings(environment).read();
        assertThat(settings.key()).isEmpty();
        assertThat(settings.lagMax()).isEqualTo(Duration.ofSeconds(10));
        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void bothKeysOfAChangeAreReadAndNeverPrinted() throws IOException {
        String older = key("old", "writ.example/log");
        String newer = key("new", "writ.example/log");
        values.put("WRIT_LEDGER_KEY", folder.resolve("new").toString());
        values.put("WRIT_LEDGER_PREVIOUS_KEY", folder.resolve("old").toString());
        SequencerSettings settings = new LedgerSettings(environment).read();
        assertThat(environment.problems()).isEmpty();
        assertThat(settings.key()).contains(newer);
        assertThat(settings.previousKey()).contains(older);
        assertThat(settings.toString()).doesNotContain("KEY");
    }

    @Test
    void aPreviousKeyOfAnotherLogIsRefused() throws IOException {
        key("old", "writ.example/other");
        key("new", "writ.example/log");
        values.put("WRIT_LEDGER_KEY", folder.resolve("new").toString());
        values.put("WRIT_LEDGER_PREVIOUS_KEY", folder.resolve("old").toString());
        assertThat(problem()).contains("a log keeps its name when it changes its key");
    }

    @Test
    void theSameKeyTwiceIsRefused() throws IOException {
        key("new", "writ.example/log");
        values.put("WRIT_LEDGER_KEY", folder.resolve("new").toString());
        values.put("WRIT_LEDGER_PREVIOUS_KEY", folder.resolve("new").toString());
        assertThat(problem()).contains("it is the same key");
    }

    @Test
    void aPreviousKeyAloneIsRefused() throws IOException {
        key("old", "writ.example/log");
        values.put("WRIT_LEDGER_PREVIOUS_KEY", folder.resolve("old").toString());
        assertThat(problem()).startsWith("WRIT_LEDGER_KEY is not set");
    }

    @Test
    void aFileWithAnythingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("new"), "not a key");
        values.put("WRIT_LEDGER_KEY", folder.resolve("new").toString());
        assertThat(problem()).contains("does not fit: a signing key is two lines");
    }

    private String key(String file, String name) throws IOException {
        String key = LogKey.mint(name);
        Files.writeString(folder.resolve(file), key);
        return key;
    }

    private String problem() {
        new LedgerSettings(environment).read();
        assertThat(environment.problems()).hasSize(1);
        return environment.problems().getFirst().message();
    }
}
