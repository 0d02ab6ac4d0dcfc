package io.writ.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.writ.WritFacts;
import io.writ.governance.writ.WritReport;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WritPageTest {

    private static final WritFacts.Claims CLAIMS = new WritFacts.Claims(3, 2);

    @Test
    void whatIsThereIsCalledRecorded() {
        assertThat(page(facts(Optional.of("Tuesday."), Optional.of(CLAIMS), OptionalInt.of(2))))
                .contains(
                        "SUPPORTED, 2 of 3 claims supported",
                        "as recorded: answer, claims, budget",
                        "2 cited evidence units")
                .doesNotContain("not in this file");
    }

    @Test
    void whatIsNotInTheFileStandsUnderNotProvenOnly() {
        String page = page(facts(Optional.empty(), Optional.empty(), OptionalInt.empty()));

        assertThat(page.substring(0, page.indexOf("Not proven:")))
                .contains("as recorded: budget\n", "(not in this file)")
                .doesNotContain("claim", "cited");
        assertThat(page.substring(page.indexOf("Not proven:")))
                .contains("what is not in this file: the answer, its claims, the evidence cited");
    }

    @Test
    void whatIsSaidOfAWithheldRecordStandsUnderNotProvenOnly() {
        WritFacts facts = facts(Optional.of("Tuesday."), Optional.of(CLAIMS), OptionalInt.of(2), 2);
        String page = page(facts);

        assertThat(page.substring(0, page.indexOf("Not proven:")))
                .contains("2 decisions with verdict, reason and policy\n")
                .doesNotContain("refused");
        assertThat(page).contains("  - 2 records withheld: in the log; what is said (2 refused) is only signed\n");
        JsonObject json = WritJson.of(report(facts), "a key that you gave").getJsonObject("facts");
        assertThat(json.getInt("decisions_refused")).isZero();
        assertThat(json.getInt("withheld_said_refused")).isEqualTo(2);
    }

    @Test
    void programsAreToldNullAndNotZero() {
        JsonObject facts = WritJson.of(
                        report(facts(Optional.empty(), Optional.empty(), OptionalInt.empty())), "a key that you gave")
                .getJsonObject("facts");

        assertThat(List.of(facts.isNull("claims"), facts.isNull("claims_supported"), facts.isNull("evidence")))
                .containsOnly(true);
        assertThat(facts.getJsonArray("not_in_file")).hasSize(3);
    }

    private static String page(WritFacts facts) {
        return new WritPage(report(facts), "a key that you gave").text();
    }

    private static WritReport report(WritFacts facts) {
        return new WritReport(List.of(), true, Optional.of(facts));
    }

    private static WritFacts facts(Optional<String> answer, Optional<WritFacts.Claims> claims, OptionalInt evidence) {
        return facts(answer, claims, evidence, 0);
    }

    private static WritFacts facts(
            Optional<String> answer, Optional<WritFacts.Claims> claims, OptionalInt evidence, int withheld) {
        List<String> absent =
                claims.isPresent() ? List.of() : List.of("the answer", "its claims", "the evidence cited");
        return new WritFacts(
                "01RUN",
                "acme",
                "SUPPORTED",
                "2026-11-20T11:00:00.000Z",
                "2026-11-20T11:00:01.000Z",
                "2026-11-20T12:00:00.000Z",
                Optional.empty(),
                answer,
                claims,
                evidence,
                absent,
                0,
                withheld,
                withheld,
                true,
                4,
                "log.example/a",
                "log.example/a+00000000",
                5,
                0,
                List.of());
    }
}
