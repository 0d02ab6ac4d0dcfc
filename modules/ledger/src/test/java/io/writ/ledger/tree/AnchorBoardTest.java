package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.AnchorConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorBoardTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Instant now = NOON;
    private final InstantSource source = () -> now;
    private final AnchorBoard board = new AnchorBoard(AnchorConfig.NONE, source.withZone(ZoneOffset.UTC));

    @Test
    void whatKeptThisProcessFromLeadingIsForgottenWhenAnotherLeads() {
        board.standsStill(List.of("it lacks an anchor"));
        board.standsBy();
        now = NOON.plusSeconds(61);
        board.standsBy();
        assertThat(board.problems()).isEmpty();
    }

    @Test
    void whoeverHasTheLockForAMomentMayRefuseAsWell() {
        board.standsStill(List.of("it lacks an anchor"));
        for (int round = 0; round < 10; round++) {
            board.standsBy();
            now = now.plusSeconds(30);
            board.standsBy();
            assertThat(board.problems()).containsExactly("it lacks an anchor");
            board.standsStill(List.of("it lacks an anchor"));
        }
    }
}
