package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private final List<Integer> things = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheThings() {
        try (Workers workers = Workers.of(2)) {
            assertThat(workers.each(things, thing -> thing + 1, () -> {}))
                    .isEqualTo(IntStream.range(1, 101).boxed().toList());
        }
    }

    @Test
    void theCarriersOfVirtualThreadsAreLeftToThoseWhoServe() {
        try (Workers workers = Workers.of(1)) {
            assertThat(workers.each(things, _ -> Thread.currentThread().isVirtual(), () -> {}))
                    .containsOnly(false);
        }
    }

    @Test
    void theOneWhoWaitsIsAliveWhileOneThingTakesItsTime() {
        CountDownLatch pulses = new CountDownLatch(2);
        try (Workers workers = Workers.of(1)) {
            assertThat(workers.each(List.of(1), _ -> isReached(pulses), pulses::countDown))
                    .containsExactly(true);
        }
    }

    @Test
    void whoeverNoLongerWaitsEndsTheWork() {
        AtomicInteger begun = new AtomicInteger();
        try (Workers workers = Workers.of(1)) {
            assertThatExceptionOfType(BacktestFailure.class)
                    .isThrownBy(() -> workers.each(
                            things,
                            _ -> {
                                begun.incrementAndGet();
                                return isReached(new CountDownLatch(1));
                            },
                            () -> {
                                throw new BacktestFailure("enough");
                            }));
        }
        assertThat(begun).hasValueLessThan(things.size());
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
