package io.writ.governance.budget;

import io.writ.governance.TenantId;
import java.time.Instant;

/**
 * A wish for permits of one window.
 *
 * @param count how many are wanted; 0 asks for none
 * @param callsMax the limit that all nodes share
 */
public record PermitOrder(TenantId tenant, String key, Instant windowStart, int count, int callsMax) {

    /** No permit is wanted; for callers that have one, or need none. */
    public static PermitOrder none(TenantId tenant) {
        return new PermitOrder(tenant, "", Instant.EPOCH, 0, 0);
    }
}
