package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyInput;
import io.writ.governance.policy.Provenance;
import io.writ.governance.policy.backtest.report.FlipKind;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void anAnswerThatMayBeCachedNowIsLooserAndTheOtherWayRoundIsAChange() {
        assertThat(flips(allow(false), allow(true))).containsExactly(FlipKind.OBLIGATIONS_LOOSENED);
        assertThat(flips(allow(true), allow(false))).containsExactly(FlipKind.OBLIGATIONS_CHANGED);
        assertThat(flips(allow(true), allow(true))).isEmpty();
    }

    private static List<FlipKind> flips(PolicyDecision base, PolicyDecision candidate) {
        return Comparison.of(JsonValue.EMPTY_JSON_OBJECT, base, candidate).stream()
                .map(Flip::kind)
                .toList();
    }

    private static PolicyDecision allow(boolean cacheable) {
        Provenance provenance = new Provenance(
                "test",
                "1",
                Digest.of("bundle"),
                "writ/authz/decision",
                PolicyInput.of(JsonValue.EMPTY_JSON_OBJECT),
                Optional.empty(),
                new Explanation.Traced(List.of(), false),
                0);
        return new PolicyDecision.Allow("ok", cacheable, Obligations.NONE, Map.of(), List.of(), provenance);
    }
}
