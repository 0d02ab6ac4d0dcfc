package io.writ.governance.policy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times by layouts, where no live OPA is needed to say what is right. */
class TimesTest {

    private static final long INSTANT = 1_795_168_800_000_000_000L;

    private static final class Unlimited implements Meter {
        private final Patterns patterns = new Patterns();

        @Override
        public void charge(long steps) {}

        @Override
        public void admit(long size) {}

        @Override
        public Patterns patterns() {
            return patterns;
        }
    }

    private static RegoValue called(String builtin, RegoValue... operands) {
        Builtin named = Objects.requireNonNull(Builtins.find(builtin));
        return Objects.requireNonNull(named.value(new BuiltinCall(new Unlimited(), operands)));
    }

    private static RegoValue written(String zone, String layout) {
        List<RegoValue> operand =
                Stream.of(zone, layout).<RegoValue>map(RegoString::of).toList();
        return called(
                "time.format", RegoArray.of(List.of(RegoNumber.of(INSTANT), operand.getFirst(), operand.getLast())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTC | RFC1123 | Fri, 20 Nov 2026 10:00:00 UTC",
                "Europe/Berlin | RFC1123Z | Fri, 20 Nov 2026 11:00:00 +0100",
                "America/New_York | 3:04PM on Monday | 5:00AM on Friday",
                "UTC | 2006-002 __2 .000 | 2026-324 324 .000",
            })
    void aTimeIsWrittenByNameOrByExample(String zone, String layout, String expected) {
        assertThat(written(zone, layout)).isEqualTo(RegoString.of(expected));
    }

    @Test
    void theAbbreviationOfAZoneIsRefusedWithAWayOut() {
        assertThatExceptionOfType(BuiltinException.class)
                .isThrownBy(() -> written("Europe/Berlin", "RFC1123"))
                .withMessageContaining("Europe/Berlin")
                .withMessageContaining("-0700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "2026-13-01", "2026-1-01", "2026-01-01 ", "26-01-01", ""})
    void aTextThatDoesNotFitTheLayoutIsRefused(String text) {
        assertThatExceptionOfType(BuiltinException.class)
                .isThrownBy(() -> called("time.parse_ns", RegoString.of("2006-01-02"), RegoString.of(text)))
                .withMessageContaining("does not fit the layout");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        RegoValue text = written("Asia/Tokyo", "RFC3339Nano");

        assertThat(called("time.parse_ns", RegoString.of("RFC3339Nano"), text)).isEqualTo(RegoNumber.of(INSTANT));
    }

    @Test
    void blocksOnBothSidesOfTheBorderBetweenIpVersionsAreNotMerged() {
        RegoArray blocks = RegoArray.of(List.of(RegoString.of("255.255.255.0/24"), RegoString.of("::1:0:0:0/96")));

        assertThatExceptionOfType(BuiltinException.class)
                .isThrownBy(() -> called("net.cidr_merge", blocks))
                .withMessageContaining("by themselves");
    }
}
