package io.writ.governance.journal;

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
final class SystemCaller {

    /** What belongs to the installation belongs to no customer: a tenant of its own, which no principal may have. */
    static final TenantId TENANT = TenantId.SYSTEM;

    private static final int TRACE_BYTES = 16;
    private static final int PARENT_BYTES = 8;

    private final Principal node;
    private final Ulids ulids;
    private final RandomGenerator random;

    SystemCaller(String nodeId, Ulids ulids, RandomGenerator random) {
        PrincipalId id = new PrincipalId("writ:node:" + nodeId);
        Actor self = new Actor(Actor.Kind.SYSTEM, id.value(), nodeId);
        this.node = new Principal(TENANT, id, List.of(), Map.of(), List.of(self));
        this.ulids = ulids;
        this.random = random;
    }

    Caller next() {
        String id = ulids.next();
        TraceParent trace = new TraceParent(hex(TRACE_BYTES), hex(PARENT_BYTES), false);
        return new Caller(node, id, id, trace);
    }

    private String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        // A trace id of zeros alone is none.
        drawn[0] |= 1;
        return HexFormat.of().formatHex(drawn);
    }
}
