package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A governed question, end to end. */
class RunIT {

    private final Api dev = Api.of(TestServer.shared(), "dev");
    private final Records records = new Records(TestServer.shared().database());

    @Test
    void theRequestOfPecrsReadmeWorksUnchangedAndGetsAnHonestAnswer() {
        Answer answer = dev.with("x-pecr-request-id", "demo").post("/v1/run", "{\"query\":\"smoke\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(answer.json().getString("response_kind")).isEqualTo("ambiguous");
        assertThat(answer.json().keySet()).contains("trace_id", "claim_map", "response_text");
        JsonObject prompt = answer.json().getJsonObject("claim_map").getJsonObject("clarification_prompt");
        assertThat(prompt.getString("question")).isNotBlank();
        assertThat(prompt.getJsonArray("options")).isNotEmpty();
        assertThat(answer.header("x-pecr-request-id")).isEqualTo("demo");
    }

    @Test
    void aRealQuestionIsSupportedByEvidenceWhoseIdsAReaderCanRecompute() {
        Answer answer = ask(dev, "Within how many days can unopened bags be returned?");

        assertThat(answer.json().getString("terminal_mode")).isEqualTo("SUPPORTED");
        assertThat(answer.json().getString("response_text")).contains("21 days");
        Set<String> recomputed = answer.json().getJsonArray("evidence_units").stream()
                .map(JsonValue::asJsonObject)
                .map(RunIT::recomputedId)
                .collect(Collectors.toSet());
        assertThat(recomputed).isNotEmpty().containsAll(citedIds(answer));
    }

    @Test
    void figuresComeFromTheView() {
        Answer answer = ask(dev, "How many subscribers are there by plan?");

        assertThat(answer.json().getString("terminal_mode")).isEqualTo("SUPPORTED");
        assertThat(answer.json().getString("response_text")).contains("office", "home", "tasting", "5", "7", "4");
    }

    @Test
    void aQuestionAboutAWithheldSourceIsToldSoAndTheDenialIsRecorded() {
        Answer answer = ask(dev, "What is the monthly salary of Rui Matos on the payroll?");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("terminal_mode")).isEqualTo("INSUFFICIENT_PERMISSION");
        assertThat(answer.text()).doesNotContain("3400");
        assertThat(records.of(answer.json().getString("session_id")))
                .anySatisfy(record -> assertThat(record).contains("\"verdict\":\"deny\""));
    }

    @Test
    void nothingIsInventedWhenThereIsNoEvidence() {
        Answer answer = ask(dev, "What is the warranty period of the espresso grinders?");

        assertThat(answer.json().getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(answer.json().getJsonObject("claim_map").getJsonArray("claims").stream()
                        .map(JsonValue::asJsonObject)
                        .map(claim -> claim.getString("status")))
                .doesNotContain("SUPPORTED");
    }

    @Test
    void anotherCustomersRowIsNeverTheAnswer() {
        Answer answer = ask(dev, "What is the status of customer cust_unknown_77?");

        assertThat(answer.json().getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(answer.json().getString("response_text")).doesNotContain("active", "suspended");
    }

    @Test
    void everyRunLeavesItsRecordsInTheLedger() {
        Answer answer = ask(dev, "When do orders leave the roastery?");

        assertThat(records.of(answer.json().getString("session_id")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(record -> assertThat(record).doesNotContain("orders leave", "\"dev\""));
        assertThat(records.offences()).isEmpty();
    }

    @Test
    void theTraceContextIsAcceptedReturnedAndStored() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer answer = dev.with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .post("/v1/run", "{\"query\":\"When do orders leave the roastery?\"}");

        assertThat(answer.header("traceparent"))
                .startsWith("00-" + traceId + "-")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(records.of(answer.json().getString("session_id")))
                .allSatisfy(record -> assertThat(record).contains(traceId));
    }

    private static Answer ask(Api api, String question) {
        return api.post("/v1/run", "{\"query\":\"" + question + "\"}");
    }

    private static Set<String> citedIds(Answer answer) {
        return answer.json().getJsonObject("claim_map").getJsonArray("claims").stream()
                .map(JsonValue::asJsonObject)
                .flatMap(claim -> claim.getJsonArray("evidence_unit_ids").stream())
                .map(id -> ((JsonString) id).getString())
                .collect(Collectors.toSet());
    }

    private static String recomputedId(JsonObject wire) {
        EvidenceUnit unit = EvidenceJson.read(wire);
        String id = EvidenceIdentity.of(unit).id().hex();
        assertThat(id).isEqualTo(wire.getString("evidence_unit_id"));
        return id;
    }
}
