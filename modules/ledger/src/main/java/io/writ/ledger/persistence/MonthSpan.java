package io.writ.ledger.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Partitions of months that follow each other without a gap. Months that were retired before are in none: what came late
 * with an id of theirs must not be taken for something of a later retirement.
 *
 * @param from the smallest id they take
 * @param below the smallest one they do not
 * @param months the partitions, of whatever tables, in the order of their ids
 */
public record MonthSpan(UUID from, UUID below, List<MonthRow> months) {

    public MonthSpan {
        months = List.copyOf(months);
    }

    /** As few as cover all the partitions, in the order of their ids. */
    public static List<MonthSpan> of(List<MonthRow> partitions) {
        List<MonthSpan> spans = new ArrayList<>();
        for (MonthRow month :
                partitions.stream().sorted(Comparator.comparing(MonthRow::from)).toList()) {
            if (spans.isEmpty() || spans.getLast().below().compareTo(month.from()) < 0) {
                spans.add(new MonthSpan(month.from(), month.below(), List.of(month)));
            } else {
                spans.add(spans.removeLast().with(month));
            }
        }
        return spans;
    }

    private MonthSpan with(MonthRow month) {
        List<MonthRow> longer = new ArrayList<>(months);
        longer.add(month);
        return new MonthSpan(from, month.below(), longer);
    }
}
