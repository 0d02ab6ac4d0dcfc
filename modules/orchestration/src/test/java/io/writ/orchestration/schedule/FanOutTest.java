package io.writ.orchestration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Budget;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.orchestration.Answers;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private static final OperatorCall CALL = new OperatorCall("search", JsonValue.EMPTY_JSON_OBJECT);

    @Test
    void callsOfOneWaveRunAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);

        List<Reply> replies = fanOut(budget(10_000, 3), call -> {
                    await(all);
                    return Answers.hits();
                })
                .replies(Collections.nCopies(3, CALL));

        assertThat(replies).hasOnlyElementsOfType(Reply.Answered.class);
    }

    @Test
    void neverMoreCallsRunThanTheBudgetAllows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        fanOut(budget(10_000, 2), call -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    sleep(20);
                    running.decrementAndGet();
                    return Answers.hits();
                })
                .replies(Collections.nCopies(8, CALL));

        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void aCallThatIsLateIsInterruptedAndNotAwaited() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        long start = System.nanoTime();

        List<Reply> replies = fanOut(budget(80, 1), call -> {
                    try {
                        Thread.sleep(Duration.ofMinutes(1));
                    } catch (InterruptedException expected) {
                        interrupted.countDown();
                    }
                    return Answers.hits();
                })
                .replies(List.of(CALL));

        assertThat(replies).containsExactly(new Reply.NotMade(StopReason.BUDGET_WALLCLOCK));
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void noCallIsMadeAfterTheDeadline() {
        AtomicInteger made = new AtomicInteger();
        SteppingClock clock = new SteppingClock();
        Allowance allowance = new Allowance(budget(1_000, 1), clock);
        clock.advance(Duration.ofSeconds(2));

        List<Reply> replies = new FanOut(
                        call -> {
                            made.incrementAndGet();
                            return Answers.hits();
                        },
                        allowance,
                        Thread.ofVirtual().factory())
                .replies(List.of(CALL));

        assertThat(replies).containsExactly(new Reply.NotMade(StopReason.BUDGET_WALLCLOCK));
        assertThat(made).hasValue(0);
    }

    @Test
    void anInterruptedRunStaysInterrupted() {
        Thread.currentThread().interrupt();

        List<Reply> replies = fanOut(budget(10_000, 1), call -> lateAnswer()).replies(List.of(CALL, CALL));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(replies).containsOnly(new Reply.NotMade(StopReason.INTERRUPTED));
    }

    @Test
    void zeroMillisecondsMeanNoTimeLimit() {
        Allowance allowance = new Allowance(budget(0, 1), Clock.systemUTC());

        assertThat(allowance.remaining()).isGreaterThan(Duration.ofMinutes(5));
    }

    private static OperatorOutcome lateAnswer() {
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
        return Answers.hits();
    }

    private static FanOut fanOut(Budget budget, Function<OperatorCall, OperatorOutcome> gateway) {
        return new FanOut(
                gateway,
                new Allowance(budget, Clock.systemUTC()),
                Thread.ofVirtual().factory());
    }

    private static Budget budget(int wallclockMillis, int parallelism) {
        return new Budget(100, 0, wallclockMillis, 5, OptionalInt.of(parallelism));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException("the calls did not meet", alone);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
