package io.writ.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentileTest {

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();
        assertThat(Percentile.of(hundred, 0.50)).isEqualTo(50);
        assertThat(Percentile.of(hundred, 0.99)).isEqualTo(99);
        assertThat(Percentile.of(hundred, 1.0)).isEqualTo(100);
    }

    @Test
    void theTopPercentileOfFewValuesIsTheLargest() {
        assertThat(Percentile.of(new long[] {3, 7, 9}, 0.99)).isEqualTo(9);
        assertThat(Percentile.of(new long[] {5}, 0.01)).isEqualTo(5);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThatThrownBy(() -> Percentile.of(new long[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nanosecondsBecomeMilliseconds() {
        assertThat(Percentile.millis(new long[] {1_500_000}, 0.5)).isEqualTo(1.5);
    }
}
