package io.writ.governance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");

    @Test
    void theyAreVersionSevenAndTellTheTime() {
        UUID id = new RecordIds(new Random(1)).next(NOW);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void theyAscendWithinAMillisecondAndWhenTheClockGoesBack() {
        RecordIds ids = new RecordIds(new Random(1));

        List<String> made = IntStream.range(0, 10_000)
                .mapToObj(number -> ids.next(number < 5_000 ? NOW : NOW.minusSeconds(1)))
                .map(UUID::toString)
                .toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }
}
