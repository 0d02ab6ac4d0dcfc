package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One edition of a rule set after the other comes into force while callers are served, and none comes back. */
class PolicySwapIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> MARKS = List.of("a", "b", "c", "d", "e", "f", "g");

    @TempDir
    private static Path folder;

    private static List<byte[]> editions = List.of();
    private static BundleServer bundles;
    private static LocalInstance instance;
    private static Records records;
    private static BundledInstance served;

    @BeforeAll
    static void start() throws IOException {
        boolean present = PolicyAuthor.hasOpa();
        if (!present) {
            System.out.println("SKIPPED: opa is not on the PATH, so no bundle was swapped under load");
        }
        Assumptions.assumeTrue(present, "opa is absent");
        PolicyAuthor author = PolicyAuthor.in(folder);
        List<byte[]> packed = new ArrayList<>();
        for (String mark : MARKS) {
            packed.add(Files.readAllBytes(author.signed(mark, 2)));
        }
        editions = List.copyOf(packed);
        bundles = BundleServer.start().serve();
        bundles.offer(editions.getFirst());
        instance = TestServer.start(
                "swaps",
                Map.of(
                        "WRIT_POLICY_BUNDLE",
                        bundles.url(),
                        "WRIT_POLICY_BUNDLE_TOKEN",
                        BundleServer.TOKEN,
                        "WRIT_POLICY_KEYS",
                        author.keyFile().toString(),
                        "WRIT_POLICY_REFRESH_SECS",
                        "1"));
        served = new BundledInstance(instance);
        records = served.records();
    }

    @AfterAll
    static void stop() {
        if (instance != null) {
            instance.close();
            bundles.close();
        }
    }

    @Test
    void aSwapUnderLoadMixesNothingAndFailsNobody() {
        OpeningCallers callers = OpeningCallers.start(served.dev(), 8);
        for (int edition = 1; edition < editions.size(); edition++) {
            String mark = MARKS.get(edition);
            bundles.offer(editions.get(edition));
            await(() -> served.grantedBy(mark));
        }
        List<Answer> answers = callers.stop();

        assertThat(answers)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
        assertThat(openings().stream().map(pair -> pair.split(" ", -1)[1]).distinct())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(reason ->
                        assertThat(MARKS.stream().map(PolicyAuthor::reason)).contains(reason));
        assertThat(openings().stream().map(pair -> pair.split(" ", -1)[0])).doesNotHaveDuplicates();
        assertThat(openings().stream().map(pair -> pair.split(" ", -1)[1])).doesNotHaveDuplicates();
        assertThat(served.activations("activated"))
                .hasSize(editions.size())
                .allSatisfy(record -> assertThat(record).contains("\"signed_by\":\"release\"", "\"source\":\"url\""));
        System.out.println("swaps under load: " + answers.size() + " sessions were opened during "
                + (editions.size() - 1) + " swaps");

        bundles.offer(editions.getFirst());
        await(() -> served.dev().get("/v1/posture").text().contains("bundle.rollback"));
        assertThat(served.grantedBy(MARKS.getLast()))
                .as("what was revoked stays so")
                .isTrue();
        assertThat(records.offences()).isEmpty();
    }

    /** Digest of the bundle and reason, for each pair that opened a session. */
    private static List<String> openings() {
        return records.texts(
                "select distinct convert_from(canonical, 'UTF8')::jsonb #>> '{policy,bundle_sha256}' || ' ' ||"
                        + " (convert_from(canonical, 'UTF8')::jsonb ->> 'reason') from writ.decision"
                        + " where event = ? and convert_from(canonical, 'UTF8')::jsonb ->> 'outcome' = 'opened'",
                "create_session");
    }

    private static void await(BooleanSupplier condition) {
        Patience.await(
                PATIENCE, () -> "posture: " + served.dev().get("/v1/posture").text(), condition);
    }
}
