package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.TenantId;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Mints permits for tests of sources; in the product only the interceptor does. */
public final class TestPermits {

    private static final Provenance NO_ENGINE = new Provenance(
            "none",
            "0",
            Digest.of(""),
            "test",
            PolicyInput.of(JsonValue.EMPTY_JSON_OBJECT),
            Optional.empty(),
            Explanation.UNASKED,
            0);

    private TestPermits() {}

    public static ReadPermit permit(
            TenantId tenant, Resource resource, Obligations obligations, Instant asOf, Instant expiresAt) {
        var allow = new PolicyDecision.Allow("test", false, obligations, Map.of(), List.of(), NO_ENGINE);
        return new ReadPermit(tenant, resource, allow, asOf, expiresAt);
    }

    public static Obligations filter(ItemFilter filter) {
        return with(filter, Obligations.NONE.rowsMax(), Obligations.NONE.groupSizeMin());
    }

    public static Obligations rowsMax(int rowsMax) {
        return with(new ItemFilter.All(), OptionalInt.of(rowsMax), Obligations.NONE.groupSizeMin());
    }

    public static Obligations groupSizeMin(int groupSizeMin) {
        return with(new ItemFilter.All(), Obligations.NONE.rowsMax(), OptionalInt.of(groupSizeMin));
    }

    private static Obligations with(ItemFilter filter, OptionalInt rowsMax, OptionalInt groupSizeMin) {
        return new Obligations(
                new FieldRule.All(), List.of(), filter, rowsMax, groupSizeMin, Optional.empty(), Optional.empty());
    }
}
