package io.writ.governance.policy.rego;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One body of a rule, and the pointers it can read, each with a bit. */
final class RuleBody {

    /** One bit less than there are: the last is for all that do not fit, and says "the input". */
    private static final int POINTERS_MAX = Long.bitCount(TraceLog.READS) - 1;

    /** Different results of one body that are kept; most bodies have a handful. */
    private static final int RESULTS_KEPT_MAX = 128;

    private final String rule;
    private final String location;
    private final List<String> pointers = new ArrayList<>();

    /** Pointers whose value is used as it is, not only looked into. */
    private final BitSet used = new BitSet();

    private final Map<Long, RuleTrace> results = new ConcurrentHashMap<>();

    /** Most decisions are like the one before, and asking the map costs a number object. */
    private volatile @Nullable Last last;

    private record Last(long key, RuleTrace trace) {}

    RuleBody(String rule, Location location) {
        this.rule = rule;
        this.location = location.toString();
    }

    /** The bits of these places. */
    long bits(Origin origin) {
        long bits = 0;
        for (String pointer : origin.pointers()) {
            bits |= 1L << place(pointer);
        }
        return bits;
    }

    /** As {@link #bits}, of values that the body uses as they are. */
    long usedBits(Origin origin) {
        origin.pointers().forEach(pointer -> used.set(place(pointer)));
        return bits(origin);
    }

    private int place(String pointer) {
        int place = pointers.indexOf(pointer);
        if (place >= 0) {
            return place;
        }
        if (pointers.size() == POINTERS_MAX) {
            used.set(POINTERS_MAX);
            return POINTERS_MAX;
        }
        pointers.add(pointer);
        return pointers.size() - 1;
    }

    /** What is said of an evaluation that left these bits. */
    RuleTrace result(long state, boolean contributed) {
        long key = (state & ~TraceLog.ENTERED) | (contributed ? TraceLog.ENTERED : 0);
        Last previous = last;
        if (previous != null && previous.key == key) {
            return previous.trace;
        }
        RuleTrace trace = kept(key, state, contributed);
        last = new Last(key, trace);
        return trace;
    }

    private RuleTrace kept(long key, long state, boolean contributed) {
        RuleTrace known = results.get(key);
        if (known != null) {
            return known;
        }
        RuleTrace fresh = new RuleTrace(rule, location, (state & TraceLog.MATCHED) != 0, contributed, reads(state));
        if (results.size() < RESULTS_KEPT_MAX) {
            results.put(key, fresh);
        }
        return fresh;
    }

    /** Without places that were only passed on the way to others. */
    private List<String> reads(long state) {
        NavigableSet<String> read = new TreeSet<>();
        for (int place = 0; place <= POINTERS_MAX; place++) {
            if ((state >>> place & 1) != 0) {
                read.add(place == POINTERS_MAX ? "" : pointers.get(place));
            }
        }
        return read.stream().filter(pointer -> isFinal(pointer, read)).toList();
    }

    private boolean isFinal(String pointer, NavigableSet<String> read) {
        int place = pointers.indexOf(pointer);
        String deeper = read.higher(pointer + "/");
        return place < 0 || used.get(place) || deeper == null || !deeper.startsWith(pointer + "/");
    }
}
