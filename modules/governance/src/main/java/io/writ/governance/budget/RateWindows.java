package io.writ.governance.budget;

import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The permits this node holds, per tenant, limit and principal. Permits are leased from a window that all nodes
 * share, one first and then twice as many each time, so that a busy principal rarely costs a round trip and an idle
 * node keeps little.
 */
public final class RateWindows {

    /** Keys that are forgotten lose the permits they held: too few calls are admitted then, never too many. */
    private static final int KEYS_MAX = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Map<Key, HeldPermits> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, HeldPermits> eldest) {
            return size() > KEYS_MAX;
        }
    };

    private record Key(TenantId tenant, String name) {}

    /** Takes a permit that is held, or says what to do. */
    public Turn take(RateLimit limit, TenantId tenant, PrincipalId principal, Instant now) {
        if (limit.isUnlimited()) {
            return new Turn.Free();
        }
        String name = limit.name() + ":" + principal.value();
        PermitOrder wish = new PermitOrder(tenant, name, limit.windowStart(now), 1, limit.callsMax());
        return permits(tenant, name).take(limit, wish, now);
    }

    /** Books the answer to an order of {@link #take}. */
    public Turn book(RateLimit limit, PermitOrder order, int granted, Instant now) {
        return permits(order.tenant(), order.key()).book(limit, order, granted, now);
    }

    private HeldPermits permits(TenantId tenant, String name) {
        lock.lock();
        try {
            return keys.computeIfAbsent(new Key(tenant, name), _ -> new HeldPermits());
        } finally {
            lock.unlock();
        }
    }
}
