package io.writ.governance.policy.backtest;

import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells whether obligations may let out more than others did. What it cannot compare, it takes for looser. */
final class Loosening {

    private Loosening() {}

    static boolean isPossible(Obligations base, Obligations candidate) {
        return showsMore(base.fields(), candidate.fields())
                || !isBegunBy(candidate.patterns(), base.patterns())
                || reachesFurther(base.filter(), candidate.filter())
                || isHigher(base.rowsMax(), candidate.rowsMax())
                || isLower(base.groupSizeMin(), candidate.groupSizeMin())
                || isLonger(base.permitTtl(), candidate.permitTtl());
    }

    /** Patterns are applied in order: one that comes before may change what those of the base are there to find. */
    private static boolean isBegunBy(List<PatternMask> patterns, List<PatternMask> first) {
        return patterns.size() >= first.size()
                && patterns.subList(0, first.size()).equals(first);
    }

    private static boolean showsMore(FieldRule base, FieldRule candidate) {
        return switch (base) {
            case FieldRule.All _ -> false;
            case FieldRule.Only only ->
                switch (candidate) {
                    case FieldRule.All _, FieldRule.Except _ -> true;
                    case FieldRule.Only others -> !only.names().containsAll(others.names());
                };
            case FieldRule.Except except ->
                switch (candidate) {
                    case FieldRule.All _ -> true;
                    case FieldRule.Only others -> !Collections.disjoint(except.names(), others.names());
                    case FieldRule.Except others -> !others.names().containsAll(except.names());
                };
        };
    }

    /** Whether one filter implies another is not decided here: any other condition may reach further. */
    private static boolean reachesFurther(ItemFilter base, ItemFilter candidate) {
        return !base.equals(candidate) && !(base instanceof ItemFilter.All) && !(candidate instanceof ItemFilter.None);
    }

    private static boolean isHigher(OptionalInt base, OptionalInt candidate) {
        return base.isPresent() && (candidate.isEmpty() || candidate.getAsInt() > base.getAsInt());
    }

    private static boolean isLower(OptionalInt base, OptionalInt candidate) {
        return base.isPresent() && (candidate.isEmpty() || candidate.getAsInt() < base.getAsInt());
    }

    private static boolean isLonger(Optional<Duration> base, Optional<Duration> candidate) {
        return base.isPresent()
                && candidate.map(ttl -> ttl.compareTo(base.get()) > 0).orElse(true);
    }
}
