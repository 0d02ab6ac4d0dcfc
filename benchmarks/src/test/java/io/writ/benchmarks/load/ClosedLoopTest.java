package io.writ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final ThreadFactory THREADS = Thread.ofPlatform().factory();

    @Test
    void everyCallerHasBeenAnsweredBeforeTheLoopIsHandedOut() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        ClosedLoop loop = ClosedLoop.start(4, _ -> caller(answered), THREADS);
        assertThat(answered.get()).isGreaterThanOrEqualTo(4);
        loop.end();
    }

    @Test
    void onlyWhatIsAnsweredInTheWindowCountsForIt() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        ClosedLoop loop = ClosedLoop.start(2, _ -> caller(answered), THREADS);
        Served ramp = loop.end();
        assertThat(ramp.inWindow()).isZero();
        assertThat(ramp.total()).isEqualTo(answered.get());

        ClosedLoop second = ClosedLoop.start(2, _ -> caller(answered), THREADS);
        second.open();
        Thread.sleep(50);
        Served window = second.end();
        assertThat(window.inWindow()).isPositive().isLessThanOrEqualTo(window.total());
        assertThat(window.p50Millis()).isPositive();
    }

    @Test
    void aCallerThatFailsMakesTheFiguresWorthless() throws Exception {
        ClosedLoop loop = ClosedLoop.start(
                2,
                index -> new Load.CallerLoop() {
                    @Override
                    public void callOnce() throws SQLException {
                        if (index == 1) {
                            throw new SQLException("refused");
                        }
                    }

                    @Override
                    public void close() {
                        // Nothing was opened.
                    }
                },
                THREADS);
        assertThatThrownBy(loop::end).hasRootCauseMessage("refused");
    }

    @Test
    void whatAnotherProcessWritesIsRead() {
        Served served = new Served(120, 100, 1.5, 9.25);
        assertThat(Served.parse(served.written())).isEqualTo(served);
    }

    private static Load.CallerLoop caller(AtomicInteger answered) {
        return new Load.CallerLoop() {
            @Override
            public void callOnce() throws InterruptedException {
                Thread.sleep(1);
                answered.incrementAndGet();
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
