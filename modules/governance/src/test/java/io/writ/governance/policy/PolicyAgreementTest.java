package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.StrictJson;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OPA itself and the embedded engine say the same, to the last member, about questions nobody chose by hand. */
class PolicyAgreementTest {

    private static final int QUESTIONS = 300;
    private static final String QUERY =
            "[answer | some asked in input.questions; answer := data.writ.authz.decision with input as asked]";

    /** A fixed seed: a difference that was found once is found again. */
    private final Random random = new Random(20_261_120L);

    @Test
    void bothEnginesGiveTheSameAnswers(@TempDir Path work) throws Exception {
        Assumptions.assumeTrue(opaIsPresent(), "opa is absent, so the engines were not compared");
        List<JsonObject> questions = Stream.generate(this::question)
                .limit(QUESTIONS)
                .map(InputDocument::of)
                .toList();
        PolicyEngine embedded = PlanEngine.of(new PolicyBundle(
                "1",
                Digest.of(""),
                Workspace.json("opa/dist/manifest.json"),
                Workspace.json("opa/dist/data.json"),
                Workspace.bytes(Workspace.OPA.resolve("dist/plan.json"))));

        JsonArray answers = askOpa(questions, work);

        assertThat(answers).hasSize(QUESTIONS);
        for (int index = 0; index < QUESTIONS; index++) {
            assertThat(embedded.evaluate(questions.get(index)))
                    .as("%s", questions.get(index))
                    .asInstanceOf(InstanceOfAssertFactories.type(PolicyEngine.Answer.Document.class))
                    .returns(answers.get(index), PolicyEngine.Answer.Document::value);
        }
        assertThat(answers.stream().filter(answer -> answer.asJsonObject().getBoolean("allow")))
                .as("questions that find only refusals prove little")
                .hasSizeGreaterThan(QUESTIONS / 10);
    }

    private PolicyRequest question() {
        PolicyAction action = one(PolicyAction.values());
        List<Resource> items =
                action == PolicyAction.RELEASE_ITEMS ? List.of(document("1"), document("2"), document("3")) : List.of();
        return new PolicyRequest(
                action,
                Asking.principal(
                        Map.of("department", one("roastery", "office")),
                        one("developer", "support", "hr"),
                        one("analyst", "team_lead", "auditor", "neighbour", "board")),
                Optional.of(one("search", "fetch_span", "list_versions", "fetch_rows", "aggregate", "redact")),
                Optional.of(resource()),
                items,
                label(),
                random.nextBoolean() ? Optional.empty() : Optional.of("payday"),
                Asking.NOW,
                Asking.NOW,
                Asking.json("{'intent': '" + one("structured_lookup", "default", "version_review", "none") + "'}"));
    }

    private Resource resource() {
        return switch (random.nextInt(4)) {
            case 0 -> new Resource.Corpus(one("", "public", "restricted/", "handbook/refund"), label());
            case 1 -> document("0");
            case 2 -> new Resource.Named(one("machine", "corpus"), "m", label());
            default ->
                new Resource.View(
                        one("safe_payroll", "safe_coffees", "safe_customer_view_support", "safe_nothing"),
                        label(),
                        List.of(one("name", "status", "admin_note"), one("monthly_salary", "department", "price")),
                        random.nextBoolean() ? List.of() : List.of(one("name", "admin_note", "department")),
                        random.nextBoolean() ? List.of() : List.of(one("department", "name")));
        };
    }

    private Resource.Document document(String suffix) {
        String collection = one("public", "restricted", "handbook", "people", "board", "");
        List<String> audience = random.nextBoolean() ? List.of() : List.of(one("hr", "developer", "board"));
        return new Resource.Document(collection + "/" + suffix, collection, label(), audience);
    }

    private Label label() {
        return new Label(one(Classification.values()), one(OriginTrust.values()));
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static JsonArray askOpa(List<JsonObject> questions, Path work) throws IOException, InterruptedException {
        JsonArrayBuilder list = Json.createArrayBuilder(questions);
        JsonObject input = Json.createObjectBuilder().add("questions", list).build();
        Path file = Files.writeString(work.resolve("questions.json"), input.toString());
        Path answers = work.resolve("answers.json");
        Process opa = new ProcessBuilder(
                        "opa",
                        "eval",
                        "--strict-builtin-errors",
                        "--data",
                        Workspace.OPA.resolve("writ/authz").toString(),
                        "--data",
                        Workspace.OPA.resolve("dist/data.json").toString(),
                        "--ignore",
                        "*_test.rego",
                        "--input",
                        file.toString(),
                        QUERY)
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(opa.waitFor(2, TimeUnit.MINUTES)).isTrue();
        JsonObject result = StrictJson.parseObject(Files.readAllBytes(answers));
        return result.getJsonArray("result")
                .getJsonObject(0)
                .getJsonArray("expressions")
                .getJsonObject(0)
                .getJsonArray("value");
    }

    private static boolean opaIsPresent() throws InterruptedException {
        try {
            return new ProcessBuilder("opa", "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
