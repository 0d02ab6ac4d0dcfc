package io.writ.governance.persistence;

import io.writ.governance.Measurement;
import io.writ.governance.Measurement.Kind;
import java.util.List;
import java.util.Map;

/** What is to be known about group commit: who waits, how many share a transaction, who was turned away. */
record GroupGauges(GroupRecording groups) implements Measurement.Gauges {

    @Override
    public List<Measurement> now() {
        return List.of(
                of("writ_ledger_queue_length", Kind.GAUGE, groups.length()),
                of("writ_ledger_transactions_total", Kind.COUNTER, groups.transactions()),
                of("writ_ledger_grouped_decisions_total", Kind.COUNTER, groups.recorded()),
                of("writ_ledger_queue_refused_total", Kind.COUNTER, groups.refused()));
    }

    private static Measurement of(String name, Kind kind, long value) {
        return new Measurement(name, kind, Map.of(), (double) value);
    }
}
