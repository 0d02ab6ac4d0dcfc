package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.TenantId;
import io.writ.governance.budget.PermitOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoorstepTest {

    private static final Duration LONG_AGO = Duration.ofDays(2);

    private final Doorstep doorstep = new Doorstep(TestDatabase.app());
    private final TenantId tenant = Samples.freshTenant();

    @Test
    void noMoreThanTheLimitIsGrantedInAWindow() {
        assertThat(permits("sessions:dev", Samples.NOW, 3)).isEqualTo(3);
        assertThat(permits("sessions:dev", Samples.NOW, 3)).isEqualTo(2);
        assertThat(permits("sessions:dev", Samples.NOW, 3)).isZero();
    }

    @Test
    void anEarlierWindowOfTheSameKeyGoesAtOnce() {
        permits("sessions:dev", Samples.NOW, 1);
        permits("sessions:dev", Samples.NOW.plusSeconds(60), 1);

        assertThat(windows()).isEqualTo(1);
    }

    @Test
    void windowsOfNamesThatNeverCameBackAreSweptByTheirNeighbours() {
        Instant then = Samples.NOW.minus(LONG_AGO);
        IntStream.range(0, 60).forEach(number -> permits("sessions:a" + number, then, 1));
        IntStream.range(0, 60).forEach(number -> permits("sessions:z" + number, then, 1));
        permits("sessions:dev", Samples.NOW, 1);
        assertThat(windows()).as("never more than a hundred at once").isEqualTo(21);

        permits("sessions:dev", Samples.NOW, 1);
        assertThat(windows()).isEqualTo(1);
    }

    @Test
    void windowsOfTodayStay() {
        permits("sessions:ann", Samples.NOW.minusSeconds(3_600), 1);
        permits("sessions:dev", Samples.NOW, 1);

        assertThat(windows()).isEqualTo(2);
    }

    @Test
    void neighboursThatSweepAtOnceDoNotStopEachOther() throws InterruptedException, ExecutionException {
        Instant then = Samples.NOW.minus(LONG_AGO);
        IntStream.range(0, 40).forEach(number -> permits("run:" + number, then, 1));
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> granted : nodes.invokeAll(IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(number -> () -> permits("run:" + number, Samples.NOW, 1))
                    .toList())) {
                assertThat(granted.get()).isEqualTo(1);
            }
        }
        permits("run:0", Samples.NOW, 1);
        assertThat(windows()).isEqualTo(40);
    }

    private int permits(String key, Instant window, int count) {
        return doorstep.permits(new PermitOrder(tenant, key, window, count, 5));
    }

    private long windows() {
        return TestDatabase.count("select count(*) from writ.rate_window where tenant_id = '" + tenant + "'");
    }
}
