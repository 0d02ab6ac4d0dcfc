package io.writ.governance.gateway;

import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.PolicyDecision;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The obligations of a search that was decided twice: those of both decisions hold. */
final class ReleaseObligations {

    private ReleaseObligations() {}

    /** The decision about the call, under the masks and the cap of the release as well. */
    static PolicyDecision.Allow join(PolicyDecision.Allow call, PolicyDecision.Allow release) {
        Obligations first = call.obligations();
        Obligations second = release.obligations();
        Obligations both = new Obligations(
                first.fields(),
                masks(first, second),
                first.filter(),
                smaller(first.rowsMax(), second.rowsMax()),
                first.groupSizeMin(),
                first.permitTtl(),
                first.narrowing());
        return new PolicyDecision.Allow(
                call.reason(), call.cacheable(), both, call.items(), call.rules(), call.provenance());
    }

    private static List<PatternMask> masks(Obligations first, Obligations second) {
        return Stream.concat(first.patterns().stream(), second.patterns().stream())
                .distinct()
                .toList();
    }

    private static OptionalInt smaller(OptionalInt first, OptionalInt second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isPresent() ? first : second;
        }
        return OptionalInt.of(Math.min(first.getAsInt(), second.getAsInt()));
    }
}
