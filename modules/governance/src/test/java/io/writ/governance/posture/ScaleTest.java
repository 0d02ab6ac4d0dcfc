package io.writ.governance.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "true, true, false",
        "false, true, true",
        "true, false, false",
        "inactive, active, true",
        "active, inactive, false",
        "embedded, deny, true",
        "deny, embedded, false",
        "open, deny, true",
        "allowed, refused, true",
        "opa, embedded, true",
        "embedded, opa, true",
        "unknown, active, true",
        "30, 60, true"
    })
    void weakerIsWhatStandsLowerOrIsSimplySomethingElse(String actual, String declared, boolean weaker) {
        assertThat(Scale.isWeaker(actual, declared)).isEqualTo(weaker);
    }
}
