package io.writ.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordIdsTest {

    @Test
    void idsAreOrderedByTheirBytesAndNotAsSignedNumbers() {
        UUID first = UUID.fromString("01890a5d-0000-7000-8000-000000000000");
        UUID second = UUID.fromString("01890a5d-0000-7000-8000-000000000001");
        UUID third = UUID.fromString("7fffffff-ffff-7fff-8000-000000000000");
        UUID last = UUID.fromString("80000000-0000-7000-8000-000000000000");

        assertThat(List.of(last, second, third, first).stream().sorted(RecordIds.AS_STORED))
                .containsExactly(first, second, third, last);
    }

    @Test
    void anIdBeginsWithItsTime() {
        Instant moment = Instant.parse("2026-11-20T16:00:00.123Z");
        UUID id = new UUID((moment.toEpochMilli() << 16) | 0x7fffL, Long.MIN_VALUE);

        assertThat(RecordIds.moment(id)).isEqualTo(moment);
    }
}
