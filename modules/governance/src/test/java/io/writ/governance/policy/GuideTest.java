package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import io.writ.governance.Principal;
import io.writ.governance.policy.PolicyDecision.Allow;
import io.writ.governance.policy.check.PlanCheck;
import io.writ.governance.policy.check.SchemaFit;
import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide for policy authors says is so. */
class GuideTest {

    private static final String GUIDE = Workspace.text(Workspace.ROOT.resolve("docs/POLICY.md"));
    private static final Pattern CHANGE = Pattern.compile("<!-- add (/\\S+) -->\n```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("policy\\.check\\.[a-z_]+");
    private static final JsonObject CHANGED = changed();

    @Test
    void theTableOfTheInputIsTheSchema() {
        assertThat(GUIDE.lines().filter(line -> line.startsWith("| `input.")))
                .containsExactlyElementsOf(InputTable.rows(Workspace.json("opa/schemas/input.json")));
    }

    @Test
    void theExampleOfAnAnswerIsOne() {
        String section = GUIDE.substring(GUIDE.indexOf("## The answer"));
        String example = section.substring(section.indexOf("```json\n") + 8, section.indexOf("```\n\n`redaction`"));
        JsonObject answer = StrictJson.parseObject(example);
        assertThat(SchemaFit.problems(Workspace.json("opa/schemas/decision.json"), answer))
                .isEmpty();
        assertThat(DecisionReader.read(answer, DecisionReaderTest.PROVENANCE)).isInstanceOf(Allow.class);
    }

    @Test
    void theExamplesOfDataLeaveNothingToComplainAbout() {
        assertThat(SchemaFit.problems(
                        Workspace.json("opa/schemas/grants.json"),
                        CHANGED.getJsonObject("writ").getJsonObject("authz")))
                .isEmpty();
        assertThat(PlanCheck.findings(plan(), CHANGED, Optional.of(Workspace.json("config/catalogue.json"))))
                .isEmpty();
    }

    @Test
    void theExamplesOfDataMeanWhatTheGuideSays() {
        Principal barista = Asking.principal(Map.of("city", "Porto"), "barista");
        PolicyRequest coffees =
                Asking.call(barista, "fetch_rows", Asking.view("safe_coffees", Classification.PUBLIC, "name", "price"));
        JsonObject permitted = answer(coffees);
        assertThat(permitted.getBoolean("allow")).isTrue();
        JsonObject obligations = permitted.getJsonObject("obligations");
        assertThat(obligations.getInt("max_rows")).isEqualTo(20);
        assertThat(obligations.getJsonArray("patterns").toString()).contains("iban");
        PolicyRequest subscribers = Asking.call(
                barista, "fetch_rows", Asking.view("safe_subscribers", Classification.INTERNAL, "city", "plan"));
        assertThat(answer(subscribers).getString("reason")).isEqualTo("view_not_granted");
        JsonObject invited = answer(Asking.purposeful(subscribers, "tasting")).getJsonObject("obligations");
        assertThat(invited.getJsonObject("approval").toString()).isEqualTo("{\"roles\":[\"support\"]}");
        assertThat(invited.get("filter").toString()).contains("Porto");
    }

    @Test
    void everyCodeOfTheCheckIsExplained() {
        String codes = "modules/governance/src/main/java/io/writ/governance/policy/check/Codes.java";
        assertThat(codes(GUIDE)).isNotEmpty().isEqualTo(codes(Workspace.text(Workspace.ROOT.resolve(codes))));
    }

    @Test
    void everyFileThatTheGuidePointsToExists() {
        assertThat(Pattern.compile("\\]\\(([^)#h][^)#]*)")
                        .matcher(GUIDE)
                        .results()
                        .map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(Workspace.ROOT.resolve("docs").resolve(link)).exists());
        Set<String> named = Pattern.compile("`(?:opa/writ/authz/)?([a-z][a-z_]+\\.rego)`")
                .matcher(GUIDE)
                .results()
                .map(file -> file.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .hasSizeGreaterThan(9)
                .allSatisfy(
                        file -> assertThat(Workspace.OPA.resolve("writ/authz").resolve(file))
                                .exists());
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonObject answer(PolicyRequest request) {
        RegoPlan policy = RegoPlan.load(plan(), CHANGED, "writ/authz/decision");
        RegoValue input = RegoValue.of(InputDocument.of(request));
        Evaluation evaluation = policy.evaluate("writ/authz/decision", input, EvaluationLimits.STANDARD);
        return ((Evaluation.Defined) evaluation).value().toJson().asJsonObject();
    }

    private static byte[] plan() {
        return Workspace.bytes(Workspace.OPA.resolve("dist/plan.json"));
    }

    /** The shipped data with every example of the guide, in its order. */
    private static JsonObject changed() {
        List<MatchResult> examples = CHANGE.matcher(GUIDE).results().toList();
        assertThat(examples).hasSizeGreaterThan(9);
        JsonPatchBuilder changes = Json.createPatchBuilder();
        examples.forEach(
                example -> changes.add(example.group(1), array(example.group(2)).get(0)));
        JsonObject data = SharedJson.PROVIDER
                .createObjectBuilder()
                .add(
                        "writ",
                        SharedJson.PROVIDER
                                .createObjectBuilder()
                                .add("authz", Workspace.json("opa/writ/authz/data.json")))
                .build();
        return changes.build().apply(data);
    }

    private static JsonArray array(String value) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + value + "]"))) {
            return reader.readArray();
        }
    }
}
