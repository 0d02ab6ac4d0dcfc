package io.writ.governance.transcript;

import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import io.writ.governance.Ulids;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The node itself, when it does something that nobody asked for. */
public final class SystemCaller {

    /** What belongs to the installation belongs to no customer: a tenant of its own, which no principal may have. */
    public static final TenantId TENANT = TenantId.SYSTEM;

    private static final int TRACE_BYTES = 16;
    private static final int PARENT_BYTES = 8;

    private final PrincipalId id;
    private final Actor self;
    private final Ulids ulids;
    private final RandomGenerator random;

    public SystemCaller(String nodeId, Ulids ulids, RandomGenerator random) {
        this.id = new PrincipalId("writ:node:" + nodeId);
        this.self = new Actor(Actor.Kind.SYSTEM, id.value(), nodeId);
        this.ulids = ulids;
        this.random = random;
    }

    /** For what belongs to the installation. */
    public Caller next() {
        return next(TENANT);
    }

    /** For what is written down about a tenant without anybody of it asking. */
    public Caller next(TenantId tenant) {
        Principal node = new Principal(tenant, id, List.of(), Map.of(), List.of(self));
        String request = ulids.next();
        TraceParent trace = new TraceParent(hex(TRACE_BYTES), hex(PARENT_BYTES), false);
        return new Caller(node, request, request, trace);
    }

    private String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        // A trace id of zeros alone is none.
        drawn[0] |= 1;
        return HexFormat.of().formatHex(drawn);
    }
}
