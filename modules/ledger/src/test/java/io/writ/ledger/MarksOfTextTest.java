package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.persistence.RecordMarks;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksOfTextTest {

    @Test
    void anAnsweredCallTellsItsRunAndItsUnits() {
        assertThat(marks("""
                {"actor_chain":[{"kind":"human"}],"blind":"00","detail":{"evidence":[1,2,3,4]},"event":"operator_call",\
                "evidence":[{"content_hash":"a","id":"]"},{"content_hash":"b","id":"}"}],"kind":"decision",\
                "label":{"session_id":"other"},"outcome":"answered","policy":{"rules":[["x","{"]]},\
                "session_id":"S1","tenant":"acme","type":"t"}"""))
                .isEqualTo(new RecordMarks(
                        2,
                        Optional.empty(),
                        Optional.of("acme"),
                        Optional.of("S1"),
                        Optional.empty(),
                        OptionalInt.of(2),
                        false));
    }

    @Test
    void aRefusalAfterTheEndHasNoUnitsAndSaysThatItCameLater() {
        RecordMarks marks = marks("""
                {"after_end":true,"event":"operator_call","evidence":[],"kind":"decision","outcome":"denied",\
                "session_id":"S1"}""");
        assertThat(marks.units()).isEmpty();
        assertThat(marks.afterEnd()).isTrue();
    }

    @Test
    void anIntentTellsWhatItIsAboutAndAnEndWhatItEnds() {
        assertThat(marks("{\"event\":\"create_session\",\"kind\":\"intent\"}").event())
                .contains("create_session");
        RecordMarks end = marks("{\"closes\":\"0190\",\"event\":\"finalize\",\"kind\":\"outcome\"}");
        assertThat(end.closes()).contains("0190");
        assertThat(end.kind()).isEqualTo(4);
    }

    @Test
    void aSessionThatIsNamedInsideSomethingElseIsNotTheRun() {
        assertThat(marks("{\"kind\":\"decision\",\"policy\":{\"a\":1,\"session_id\":\"S9\"},\"tenant\":\"acme\"}")
                        .session())
                .isEmpty();
        assertThat(marks("{\"kind\":\"decision\",\"session_id\":\"S1\",\"zone\":{\"a\":1,\"session_id\":\"S9\"}}")
                        .session())
                .contains("S1");
        assertThat(marks("{\"kind\":\"decision\",\"reason\":\",\\\"session_id\\\":\\\"S9\\\"\",\"tenant\":\"a\"}")
                        .session())
                .isEmpty();
    }

    @Test
    void escapesAreRead() {
        assertThat(marks("{\"a\":1,\"tenant\":\"a\\\"b\\\\\"}").tenant()).contains("a\"b\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"kind\":\"unheard of\"}",
                "{\"kind\":",
                "{\"kind\"",
                "{\"a\":[1,",
                "{\"a\":\"\\",
                "7",
                "{\"a\":1,\"tenant\":\"x"
            })
    void whatIsNoRecordHasNoMarks(String text) {
        assertThat(MarksOfText.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static RecordMarks marks(String canonical) {
        return MarksOfText.of(canonical.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
