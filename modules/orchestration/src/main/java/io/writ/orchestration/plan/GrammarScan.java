package io.writ.orchestration.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One pass over the words of a question, for what they ask to be done. */
final class GrammarScan {
    private final List<Word> words;
    private final Collection<Integer> insideNames;
    private final Set<Measure> measures = EnumSet.noneOf(Measure.class);
    private final List<Integer> groupingAt = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();
    private Optional<Granularity> granularity = Optional.empty();
    private OptionalInt topGroups = OptionalInt.empty();
    private boolean spread;
    private boolean versions;
    private boolean documents;
    private boolean commanded;
    private boolean compares;

    GrammarScan(List<Word> words, Collection<Integer> insideNames) {
        this.words = words;
        this.insideNames = insideNames;
    }

    Signals signals() {
        for (int index = 0; index < words.size(); index++) {
            commanded |= is(index, English.COMMAND_WORDS) || (opens(index) && is(index, English.OPENING_WORDS));
            if (!insideNames.contains(index)) {
                readMeasure(index);
                readShape(index);
                readVersions(index);
                documents |= is(index, English.DOCUMENTS);
                compares |= is(index, English.BOUNDING) && isNumber(index + 1);
            }
        }
        return new Signals(
                measures, groupingAt, spread, granularity, topGroups, versions, documents, commanded, compares, used);
    }

    private void readMeasure(int index) {
        if (is(index, English.MANY) && is(index - 1, English.HOW)) {
            use(index, Measure.COUNT);
        } else if (is(index, English.COUNTING)) {
            use(index, Measure.COUNT);
        } else if (is(index, English.SUMMING)) {
            use(index, Measure.SUM);
        } else if (is(index, English.AVERAGING)) {
            use(index, Measure.AVERAGE);
        } else if (is(index, English.HIGHEST)) {
            use(index, Measure.HIGHEST);
            readTop(index + 1);
        } else if (is(index, English.LOWEST)) {
            use(index, Measure.LOWEST);
            readTop(index + 1);
        }
    }

    private void readShape(int index) {
        if (is(index, English.GROUPING)) {
            groupingAt.add(index);
        } else if (is(index, English.SPREADING)) {
            spread = true;
            used.add(index);
        }
        readGranularity(index);
    }

    private void readGranularity(int index) {
        boolean alone = is(index, English.PERIODIC);
        boolean grouped = is(index - 1, English.GROUPING);
        if (is(index, English.TRENDS)) {
            granularity = granularity.or(() -> Optional.of(Granularity.MONTH));
            used.add(index);
        } else if (is(index, English.MONTHS) && (alone || grouped)) {
            granularity = Optional.of(Granularity.MONTH);
            used.add(index);
        } else if (is(index, English.DAYS) && (alone || grouped)) {
            granularity = Optional.of(Granularity.DAY);
            used.add(index);
        }
    }

    /** "Changed" alone may be the subject; after "what has" or before "since" it asks for versions. */
    private void readVersions(int index) {
        boolean asksChange = is(index, English.CHANGES)
                && (is(index - 1, English.BEFORE_CHANGED)
                        || is(index + 1, English.AFTER_CHANGED)
                        || is(0, English.BEFORE_CHANGED));
        if (asksChange || is(index, English.VERSIONS)) {
            versions = true;
            used.add(index);
        }
    }

    private void readTop(int index) {
        if (index < words.size() && words.get(index).written().matches("[0-9]{1,2}")) {
            topGroups = OptionalInt.of(Integer.parseInt(words.get(index).written()));
            used.add(index);
        }
    }

    private void use(int index, Measure measure) {
        measures.add(measure);
        used.add(index);
    }

    private boolean isNumber(int index) {
        return index < words.size()
                && Character.isDigit(words.get(index).written().charAt(0));
    }

    private boolean opens(int index) {
        return index == 0 || (index == 1 && is(0, English.JOINING_WORDS));
    }

    private boolean is(int index, Set<String> set) {
        return index >= 0
                && index < words.size()
                && set.contains(words.get(index).folded());
    }
}
