package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoBoolean;
import java.util.List;

/**
 * Whether some text fits two patterns. It goes the way OPA's library goes, which does not find every such text: the
 * answer has to be the same, right or not. Comparisons cost steps, for there can be exponentially many.
 */
final class GlobIntersection {

    private final Meter meter;

    private GlobIntersection(Meter meter) {
        this.meter = meter;
    }

    static RegoBoolean isThere(BuiltinCall call) {
        List<GlobToken> one = GlobTokens.of(call.meter(), call.string(0));
        List<GlobToken> other = GlobTokens.of(call.meter(), call.string(1));
        return RegoBoolean.of(new GlobIntersection(call.meter()).trimmed(one, other));
    }

    private boolean matches(GlobToken one, GlobToken other) {
        meter.charge(Math.max(one.cost(), other.cost()));
        return one.matches(other);
    }

    private static boolean areBothOnce(GlobToken one, GlobToken other) {
        return !one.isRepeated() && !other.isRepeated();
    }

    /** Compares what is fixed at both ends first, and leaves one token of it. */
    private boolean trimmed(List<GlobToken> one, List<GlobToken> other) {
        int start = 0;
        int shorter = Math.min(one.size(), other.size());
        while (start < shorter && areBothOnce(one.get(start), other.get(start))) {
            if (!matches(one.get(start), other.get(start))) {
                return false;
            }
            start++;
        }
        int kept = Math.max(start - 1, 0);
        int cut = 0;
        while (cut < shorter - kept
                && areBothOnce(one.reversed().get(cut), other.reversed().get(cut))) {
            if (!matches(one.reversed().get(cut), other.reversed().get(cut))) {
                return false;
            }
            cut++;
        }
        int dropped = Math.max(cut - 1, 0);
        return common(one.subList(kept, one.size() - dropped), other.subList(kept, other.size() - dropped));
    }

    private boolean common(List<GlobToken> one, List<GlobToken> other) {
        int shorter = Math.min(one.size(), other.size());
        for (int i = 0; i < shorter; i++) {
            if (!areBothOnce(one.get(i), other.get(i))) {
                return repeated(tail(one, i), tail(other, i));
            }
            if (!matches(one.get(i), other.get(i))) {
                return false;
            }
        }
        return one.size() == other.size();
    }

    private static List<GlobToken> tail(List<GlobToken> tokens, int from) {
        return tokens.subList(from, tokens.size());
    }

    private boolean repeated(List<GlobToken> one, List<GlobToken> other) {
        boolean isFirst = one.getFirst().isRepeated();
        List<GlobToken> leading = isFirst ? one : other;
        List<GlobToken> following = isFirst ? other : one;
        return switch (leading.getFirst().count()) {
            case SOME -> some(leading, following);
            case ANY -> any(leading, following);
            case ONCE -> false;
        };
    }

    private boolean some(List<GlobToken> leading, List<GlobToken> following) {
        if (!matches(leading.getFirst(), following.getFirst())) {
            return false;
        }
        return any(leading, tail(following, 1))
                || (following.getFirst().isRepeated() && common(tail(leading, 1), following));
    }

    /** The repeated token takes what fits it, until the rest fits the rest. */
    private boolean any(List<GlobToken> leading, List<GlobToken> following) {
        boolean isLast = leading.size() == 1;
        for (int i = 0; i < following.size(); i++) {
            GlobToken token = following.get(i);
            if (!isLast && matches(token, leading.get(1)) && common(tail(leading, 1), tail(following, i))) {
                return true;
            }
            if (!matches(token, leading.getFirst())) {
                return false;
            }
        }
        return isLast;
    }
}
