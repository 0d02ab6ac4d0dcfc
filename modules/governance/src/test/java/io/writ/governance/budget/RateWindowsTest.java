package io.writ.governance.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateWindowsTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final PrincipalId DEV = new PrincipalId("dev");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:10Z");
    private static final RateLimit LIMIT = new RateLimit("operators", 80, Duration.ofMinutes(1));

    private final RateWindows windows = new RateWindows();

    @Test
    void anUnlimitedKeyIsAlwaysFree() {
        assertThat(windows.take(new RateLimit("operators", 0, Duration.ofMinutes(1)), TENANT, DEV, NOON))
                .isEqualTo(new Turn.Free());
    }

    @Test
    void permitsAreOrderedInDoublingLeases() {
        assertThat(List.of(orderedAndSpent(), orderedAndSpent(), orderedAndSpent(), orderedAndSpent()))
                .containsExactly(1, 2, 4, 8);
        assertThat(orderedAndSpent())
                .as("never more than an eighth of the limit")
                .isEqualTo(10);
    }

    @Test
    void aWindowThatIsUsedUpTellsItOnceAndWhenItEnds() {
        windows.book(LIMIT, order(take()), 0, NOON);

        assertThat(take()).isEqualTo(new Turn.Over(Duration.ofSeconds(50), false));
    }

    @Test
    void theFirstRefusalOfAWindowIsUntold() {
        assertThat(windows.book(LIMIT, order(take()), 0, NOON)).isEqualTo(new Turn.Over(Duration.ofSeconds(50), true));
    }

    @Test
    void aNewWindowStartsAfresh() {
        windows.book(LIMIT, order(take()), 0, NOON);

        assertThat(windows.take(LIMIT, TENANT, DEV, NOON.plusSeconds(60))).isInstanceOf(Turn.Ask.class);
    }

    @Test
    void aLeaseOfAWindowThatHasEndedGivesTheNextWindowNothing() {
        PermitOrder old = order(take());
        windows.take(LIMIT, TENANT, DEV, NOON.plusSeconds(60));

        assertThat(windows.book(LIMIT, old, 10, NOON.plusSeconds(60))).isEqualTo(new Turn.Free());
        assertThat(windows.take(LIMIT, TENANT, DEV, NOON.plusSeconds(60))).isInstanceOf(Turn.Ask.class);
    }

    @Test
    void aWindowThatEndedUsedUpDoesNotCloseTheNextOne() {
        PermitOrder old = order(take());
        Instant next = NOON.plusSeconds(60);
        windows.take(LIMIT, TENANT, DEV, next);

        assertThat(windows.book(LIMIT, old, 0, next)).isInstanceOf(Turn.Over.class);
        assertThat(windows.take(LIMIT, TENANT, DEV, next)).isInstanceOf(Turn.Ask.class);
    }

    @Test
    void tenantsAndPrincipalsHaveWindowsOfTheirOwn() {
        windows.book(LIMIT, order(take()), 0, NOON);

        assertThat(windows.take(LIMIT, new TenantId("globex"), DEV, NOON)).isInstanceOf(Turn.Ask.class);
        assertThat(windows.take(LIMIT, TENANT, new PrincipalId("ann"), NOON)).isInstanceOf(Turn.Ask.class);
    }

    private Turn take() {
        return windows.take(LIMIT, TENANT, DEV, NOON);
    }

    private int orderedAndSpent() {
        PermitOrder order = order(take());
        windows.book(LIMIT, order, order.count(), NOON);
        for (int spent = 1; spent < order.count(); spent++) {
            assertThat(take()).isEqualTo(new Turn.Free());
        }
        return order.count();
    }

    private static PermitOrder order(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Ask.class);
        return ((Turn.Ask) turn).order();
    }
}
