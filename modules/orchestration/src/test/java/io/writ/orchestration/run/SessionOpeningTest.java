package io.writ.orchestration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Budget;
import io.writ.governance.Opening;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionRequest;
import io.writ.orchestration.Answers;
import io.writ.orchestration.Fixtures;
import io.writ.orchestration.ScriptedGateway;
import io.writ.orchestration.schedule.Allowance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionOpeningTest {

    private final List<Duration> waits = new ArrayList<>();
    private final ScriptedGateway gateway = new ScriptedGateway(call -> Answers.hits());

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"DATABASE_DOWN", "LEDGER_DOWN", "LEDGER_BUSY", "SOURCE_DOWN", "POLICY_UNAVAILABLE"})
    void anOutageIsWaitedOut(RefusalReason reason) {
        gateway.refusingFirst(refused(reason), refused(reason));

        assertThat(open(10_000)).isInstanceOf(Opening.Opened.class);
        assertThat(waits).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"DATABASE_DOWN", "LEDGER_DOWN", "LEDGER_BUSY", "SOURCE_DOWN", "POLICY_UNAVAILABLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void anyOtherRefusalIsAnAnswer(RefusalReason reason) {
        gateway.refusingFirst(refused(reason));

        assertThat(open(10_000)).isEqualTo(refused(reason));
        assertThat(waits).isEmpty();
    }

    @Test
    void afterFiveAttemptsTheRefusalStands() {
        gateway.refusingFirst(
                Collections.nCopies(9, refused(RefusalReason.LEDGER_DOWN)).toArray(Opening[]::new));

        assertThat(open(10_000)).isEqualTo(refused(RefusalReason.LEDGER_DOWN));
        assertThat(gateway.requests).hasSize(5);
    }

    @Test
    void waitingNeverGoesBeyondTheTimeOfTheRun() {
        gateway.refusingFirst(refused(RefusalReason.DATABASE_DOWN));

        assertThat(open(20)).isEqualTo(refused(RefusalReason.DATABASE_DOWN));
        assertThat(waits).isEmpty();
    }

    private Opening open(int wallclockMillis) {
        Budget budget = new Budget(10, 0, wallclockMillis, 5, OptionalInt.empty());
        SessionRequest request = new SessionRequest(budget, Optional.empty(), Optional.empty(), Optional.empty());
        return new SessionOpening(gateway, waits::add, () -> 0L)
                .open(Fixtures.CALLER, request, new Allowance(budget, Clock.systemUTC()));
    }

    private static Opening refused(RefusalReason reason) {
        return new Opening.Refused(Refusal.of(reason, "Try again."));
    }
}
