package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotLoaderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final String SOURCE = Digest.of("source").hex();
    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void packPolicy() {
        files.put("plan.json", "{}");
        files.put("data.json", "{\"writ\":{}}");
        files.put("manifest.json", "{\"revision\":\"1+sha256:" + SOURCE.substring(0, 16) + "\"}");
        files.put("SOURCE_SHA256", SOURCE + "\n");
        seal();
    }

    @Test
    void aWholeBundleIsLoaded() {
        PolicySnapshot.Loaded loaded = (PolicySnapshot.Loaded) load();
        assertThat(loaded.revision()).isEqualTo("1+sha256:" + SOURCE.substring(0, 16));
        assertThat(loaded.bundle().hex()).isEqualTo(files.get("BUNDLE_SHA256"));
        assertThat(loaded.loadedAt()).isEqualTo(NOW);
    }

    @Test
    void aFileThatWasChangedAfterwardsIsNotLoaded() {
        for (String name : new String[] {"plan.json", "data.json", "manifest.json"}) {
            String original = files.put(name, files.get(name) + " ");
            assertThat(problem()).contains("not the one that was built");
            files.put(name, original);
        }
        assertThat(load()).isInstanceOf(PolicySnapshot.Loaded.class);
    }

    @Test
    void aMissingFileIsNamed() {
        for (String name : new String[] {"plan.json", "data.json", "manifest.json", "SOURCE_SHA256", "BUNDLE_SHA256"}) {
            String original = files.remove(name);
            assertThat(problem()).isEqualTo("the policy lacks " + name);
            files.put(name, original);
        }
    }

    @Test
    void aRevisionOfOtherSourcesIsNotLoaded() {
        files.put("SOURCE_SHA256", Digest.of("other").hex());
        assertThat(problem()).contains("names other sources");
        files.put("SOURCE_SHA256", "");
        assertThat(problem()).contains("names other sources");
    }

    @Test
    void dataWithADoubledMemberIsNotLoaded() {
        files.put("data.json", "{\"writ\":{},\"writ\":{}}");
        seal();
        assertThat(problem()).isEqualTo("the policy file data.json is not a JSON object");
    }

    @Test
    void aPlanThatTheEngineRefusesIsNotLoaded() {
        SnapshotLoader picky = new SnapshotLoader(
                _ -> {
                    throw new IllegalArgumentException("unknown builtin http.send");
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(picky.load(this::read))
                .isEqualTo(new PolicySnapshot.Unusable(PolicyFailure.UNAVAILABLE, "unknown builtin http.send", NOW));
    }

    private void seal() {
        StringBuilder list = new StringBuilder();
        for (String name : new String[] {"data.json", "manifest.json", "plan.json"}) {
            list.append(name).append('\0').append(Digest.of(files.get(name))).append('\n');
        }
        files.put("BUNDLE_SHA256", Digest.of(list.toString()).hex());
    }

    private String problem() {
        return ((PolicySnapshot.Unusable) load()).problem();
    }

    private PolicySnapshot load() {
        SnapshotLoader loader = new SnapshotLoader(_ -> new SilentEngine(), Clock.fixed(NOW, ZoneOffset.UTC));
        return loader.load(this::read);
    }

    private Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class SilentEngine implements PolicyEngine {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Answer evaluate(JsonObject input) {
            return new Answer.Document("silent", JsonValue.NULL, new Explanation.Opaque("silent"));
        }
    }
}
