package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionId;
import io.writ.governance.SessionToken;
import io.writ.governance.SpentView;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorCallsTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));

    @Test
    void anAllowedCallIsAnsweredOnceItIsRecorded() {
        Visit visit = Visit.to(desk);

        OperatorOutcome.Answered answered = answer(visit.fetch());

        assertThat(answered.units()).hasSize(1);
        assertThat(answered.decision().reason()).isEqualTo("granted");
        assertThat(answered.decision().id()).isPresent();
        assertThat(answered.spent()).isEqualTo(new SpentView(1, answered.spent().bytes()));
        assertThat(answered.spent().bytes()).isGreaterThan(100);
        assertThat(visit.recorded("answered")).isEqualTo(1);
    }

    @Test
    void aDenialIsRecordedAndTheSourceIsNeverRead() {
        Visit visit = Visit.to(desk);
        desk.policy.on(PolicyAction.OPERATOR_CALL, _ -> Rulings.deny());

        Refusal refusal = refusal(visit.fetch());

        assertThat(refusal.reason()).isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(refusal.decision().orElseThrow().reason()).isEqualTo("not_your_department");
        assertThat(desk.sources.reads()).isZero();
        assertThat(visit.recorded("policy_denied")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "policy.unavailable, POLICY_UNAVAILABLE",
        "policy.error, POLICY_UNAVAILABLE",
        "obligation.unsupported, OBLIGATION_UNSUPPORTED",
        "input.invalid, INTERNAL"
    })
    void nothingIsReadWhenPolicyGivesNoUsableAnswer(String reason, RefusalReason expected) {
        Visit visit = Visit.to(desk);
        desk.policy.on(PolicyAction.OPERATOR_CALL, _ -> Rulings.undecided(reason));

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(expected);
        assertThat(desk.sources.reads()).isZero();
        assertThat(visit.recorded(expected.name().toLowerCase(Locale.ROOT))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_PERMITTED, INTERNAL",
        "NOT_FOUND, OBJECT_NOT_FOUND",
        "AS_OF_NOT_HELD, AS_OF_NOT_HELD",
        "INVALID, PARAMS_INVALID",
        "OBLIGATION_UNSUPPORTED, OBLIGATION_UNSUPPORTED",
        "DOWN, SOURCE_DOWN",
        "TIMEOUT, SOURCE_DOWN",
        "MISCONFIGURED, SOURCE_MISCONFIGURED"
    })
    void aSourceThatGivesNothingIsRecordedAndCostsNothing(SourceFailure failure, RefusalReason expected) {
        Visit visit = Visit.to(desk);
        desk.sources.holds(new Reading.Failed(failure, "why"));

        Refusal refusal = refusal(visit.fetch());

        assertThat(refusal.reason()).isEqualTo(expected);
        assertThat(refusal.decision()).isPresent();
        assertThat(visit.recorded(expected.name().toLowerCase(Locale.ROOT))).isEqualTo(1);
        desk.sources.holds(Shelf.span("text"));
        assertThat(answer(visit.fetch()).spent().operatorCalls()).isEqualTo(1);
    }

    @Test
    void aSourceThatBreaksIsRecorded() {
        Visit visit = Visit.to(desk);
        desk.sources.does(() -> {
            throw new IllegalStateException("disk on fire");
        });

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.INTERNAL);
        assertThat(visit.recorded("internal")).isEqualTo(1);
    }

    @Test
    void aRedactionThatBreaksReleasesNothingAndIsRecorded() {
        Visit visit = Visit.to(desk);
        var mask = new PatternMask("digits", "[0-9]+", "[digits]");
        desk.policy.on(
                PolicyAction.OPERATOR_CALL,
                request -> Rulings.allow(
                        request,
                        new Obligations(
                                new FieldRule.All(),
                                List.of(mask),
                                new ItemFilter.All(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                Optional.empty())));
        desk.sources.holds(Shelf.torn("text"));

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.INTERNAL);
        assertThat(visit.recorded("internal")).isEqualTo(1);
    }

    @Test
    void whoAsksIsSettledBeforeTheStateOfTheSessionIsTold() {
        Visit visit = Visit.to(desk);
        visit.finish();

        assertThat(refusal(visit.as(Samples.caller(visit.caller().principal().tenant(), "mallory"))
                                .fetch())
                        .reason())
                .isEqualTo(RefusalReason.PRINCIPAL_MISMATCH);
        assertThat(refusal(visit.with(new SessionAccess(visit.access().session(), new SessionToken("guess")))
                                .fetch())
                        .reason())
                .isEqualTo(RefusalReason.TOKEN_INVALID);
        assertThat(refusal(visit.as(Samples.caller(Samples.freshTenant(), "dev"))
                                .fetch())
                        .reason())
                .isEqualTo(RefusalReason.SESSION_UNKNOWN);
        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.SESSION_FINALIZED);
        assertThat(Stream.of("principal_mismatch", "invalid_session_token", "session_finalized"))
                .allSatisfy(outcome -> assertThat(visit.recorded(outcome)).isEqualTo(1));
    }

    @Test
    void anUnknownSessionIsRefusedAndRecorded() {
        Visit visit = Visit.to(desk);
        var nowhere = new SessionAccess(new SessionId("NOWHERE"), visit.access().token());

        assertThat(refusal(visit.with(nowhere).fetch()).reason()).isEqualTo(RefusalReason.SESSION_UNKNOWN);
        assertThat(visit.recorded("session_unknown")).isEqualTo(1);
    }

    @Test
    void anUnknownOperatorNeverReachesPolicy() {
        Visit visit = Visit.to(desk);

        assertThat(refusal(visit.call("rm_rf", "{}")).reason()).isEqualTo(RefusalReason.OPERATOR_UNKNOWN);
        assertThat(desk.policy.asked(PolicyAction.OPERATOR_CALL)).isEmpty();
        assertThat(visit.recorded("operator_not_allowlisted")).isEqualTo(1);
    }

    @Test
    void senselessParametersNeverReachPolicy() {
        Visit visit = Visit.to(desk);

        assertThat(refusal(visit.call("fetch_span", "{}")).reason()).isEqualTo(RefusalReason.PARAMS_INVALID);
        assertThat(desk.policy.asked(PolicyAction.OPERATOR_CALL)).isEmpty();
        assertThat(visit.recorded("params_invalid")).isEqualTo(1);
    }
}
