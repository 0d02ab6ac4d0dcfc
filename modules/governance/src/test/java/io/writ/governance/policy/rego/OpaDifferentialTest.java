package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.writ.evidence.StrictJson;
import io.writ.governance.policy.rego.Differences.Question;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A live OPA and the evaluator, asked the same: thousands of inputs put together at random from values that suit the
 * policies and values that do not, for single rules and for whole packages.
 */
class OpaDifferentialTest {

    private static final int INPUTS = 5_000;
    private static final Path POLICIES = Path.of("src/test/resources/rego/differential");
    private static final Pattern RULE = Pattern.compile("^([a-z_]+)[\\[ ]", Pattern.MULTILINE);

    @TempDir
    private Path work = Path.of("");

    @BeforeAll
    static void opaIsNeeded() {
        if (!OpaExecutable.isPresent()) {
            System.out.println("SKIPPED: no live OPA was compared. " + ComplianceCases.advice());
            abort("opa is needed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "collections", "text", "times", "faults"})
    void bothAnswerEveryInputTheSame(String policy) throws Exception {
        List<String> entrypoints = entrypoints(policy);
        RegoPlan plan = plan(policy, entrypoints);
        try (LiveOpa opa = LiveOpa.serving(List.of(POLICIES.resolve("data.json"), rego("actions"), rego(policy)))) {
            Differences differences = new Differences(opa, plan).over(questions(policy, entrypoints));

            differences.print(policy);
            assertThat(differences.found()).isEmpty();
            assertThat(differences.outcomes()).containsKeys("defined", "undefined", "eval_builtin_error");
        }
    }

    private static Path rego(String policy) {
        return POLICIES.resolve(policy + ".rego");
    }

    private static List<String> entrypoints(String policy) throws IOException {
        List<String> rules = new ArrayList<>();
        Matcher heads = RULE.matcher(Files.readString(rego(policy)));
        while (heads.find()) {
            String rule = "differential/" + policy + "/" + heads.group(1);
            if (!List.of("package", "default").contains(heads.group(1)) && !rules.contains(rule)) {
                rules.add(rule);
            }
        }
        rules.add("differential/" + policy);
        return rules;
    }

    private RegoPlan plan(String policy, List<String> entrypoints) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-o", work + "/bundle.tar.gz"));
        entrypoints.forEach(entrypoint -> arguments.addAll(List.of("-e", entrypoint)));
        arguments.addAll(List.of(rego("actions").toString(), rego(policy).toString()));
        assertThat(OpaExecutable.run(Path.of("."), arguments.toArray(String[]::new))
                        .text())
                .isEmpty();
        JsonObject data = StrictJson.parseObject(Files.readAllBytes(POLICIES.resolve("data.json")));
        byte[] plan = BundleArchive.plan(work.resolve("bundle.tar.gz"));
        return RegoPlan.load(plan, data, entrypoints.toArray(String[]::new));
    }

    private static List<Question> questions(String policy, List<String> entrypoints) throws IOException {
        Random random = new Random(20_261_120L);
        JsonObject values = policy.equals("times")
                ? RandomTimes.values(random)
                : StrictJson.parseObject(Files.readAllBytes(POLICIES.resolve(policy + ".json")));
        return Stream.generate(
                        () -> new Question(entrypoints.get(random.nextInt(entrypoints.size())), input(values, random)))
                .limit(INPUTS)
                .toList();
    }

    /** Each member is absent once in eight times. */
    private static JsonObject input(JsonObject values, Random random) {
        JsonObjectBuilder input = Json.createObjectBuilder();
        for (String name : values.keySet()) {
            JsonArray candidates = values.getJsonArray(name);
            if (random.nextInt(8) > 0) {
                input.add(name, candidates.get(random.nextInt(candidates.size())));
            }
        }
        return input.build();
    }
}
