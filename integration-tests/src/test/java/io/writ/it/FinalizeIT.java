package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the claim gate lets through. */
class FinalizeIT {

    private static final String SPAN = "{\"object_id\":\"handbook/refund_policy.txt\"}";
    private static final String SENTENCE =
            "Unopened bags can be returned within 21 days of delivery for a full refund.";

    private final Api dev = Api.of(TestServer.shared(), "dev");

    @Test
    void aSentenceOfTheCitedUnitIsSupported() {
        OpenSession session = OpenSession.open(dev);
        String id = evidenceId(session, SPAN);

        JsonObject finished = session.finish(SENTENCE, "SUPPORTED", List.of(id)).json();

        assertThat(finished.getString("terminal_mode")).isEqualTo("SUPPORTED");
        assertThat(finished.getString("response_text")).contains("21 days");
        assertThat(finished.getJsonObject("claim_map")
                        .getJsonNumber("coverage_observed")
                        .doubleValue())
                .isEqualTo(1.0);
    }

    @Test
    void oneAlteredDigitIsFound() {
        OpenSession session = OpenSession.open(dev);
        String id = evidenceId(session, SPAN);

        Answer finished = session.finish(SENTENCE.replace("21", "31"), "SUPPORTED", List.of(id));

        assertThat(finished.json().getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(finished.text()).contains("altered_number");
        assertThat(finished.json().getString("response_text")).doesNotContain("31");
    }

    @Test
    void aTrueSentenceFromAnotherUnitIsMisattributed() {
        OpenSession session = OpenSession.open(dev);
        String cited = evidenceId(session, "{\"object_id\":\"handbook/opening_hours.txt\"}");
        evidenceId(session, SPAN);

        Answer finished = session.finish(SENTENCE, "SUPPORTED", List.of(cited));

        assertThat(finished.json().getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(finished.text()).contains("misattributed");
    }

    @Test
    void evidenceOfAnotherSessionIsRefusedAndTheSessionStaysOpen() {
        String foreign = evidenceId(OpenSession.open(dev), "{\"object_id\":\"handbook/brewing_guide.txt\"}");
        OpenSession session = OpenSession.open(dev);

        Answer refused = session.finish("Anything.", "SUPPORTED", List.of(foreign));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ERR_INVALID_PARAMS");
        assertThat(session.finish("Nothing is known.", "UNKNOWN", List.of()).status())
                .isEqualTo(200);
    }

    @Test
    void aClaimWithoutEvidenceIsNotSupported() {
        JsonObject finished = OpenSession.open(dev)
                .finish("The moon is made of beans.", "SUPPORTED", List.of())
                .json();

        assertThat(finished.getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(finished.getString("response_text")).doesNotContain("moon");
    }

    private static String evidenceId(OpenSession session, String params) {
        Answer span = session.call("fetch_span", params);
        assertThat(span.status()).as(span.text()).isEqualTo(200);
        return span.json().getJsonObject("result").getString("evidence_unit_id");
    }
}
