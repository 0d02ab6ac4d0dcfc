package io.writ.governance.persistence;

import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Puts the decisions of one batch to their gates: one statement for all of a kind. */
final class BatchGates {

    private final Connection connection;
    private final List<Queued<?>> batch;
    private final TenantId tenant;
    private final SequencedMap<Integer, Passed<?>> passed = new TreeMap<>();

    private BatchGates(Connection connection, List<Queued<?>> batch) {
        this.connection = connection;
        this.batch = batch;
        this.tenant = batch.getFirst().tenant();
    }

    /** Whether a gate can be asked for many at once. The others are passed once in the life of a run or an effect. */
    static boolean isShared(Gate<?> gate) {
        return switch (gate) {
            case CallGate _, NoteGate _ -> true;
            case OpenGate _, CloseGate _, IntentGate _, SettleGate _, LapseGate _ -> false;
        };
    }

    /** Those that passed, in the order of the batch. */
    static List<Passed<?>> ask(Connection connection, List<Queued<?>> batch) throws SQLException {
        return new BatchGates(connection, batch).ask();
    }

    private List<Passed<?>> ask() throws SQLException {
        List<Asked<CallGate>> calls = new ArrayList<>();
        List<Asked<NoteGate>> notes = new ArrayList<>();
        for (int place = 0; place < batch.size(); place++) {
            Optional<? extends Passed<?>> free = Passed.unasked(batch.get(place));
            if (free.isPresent()) {
                passed.put(place, free.get());
                continue;
            }
            switch (batch.get(place).gate()) {
                case CallGate call -> calls.add(new Asked<>(place, call));
                case NoteGate note -> notes.add(new Asked<>(place, note));
                case OpenGate _, CloseGate _, IntentGate _, SettleGate _, LapseGate _ ->
                    throw new IllegalArgumentException("this gate is asked alone");
            }
        }
        if (!calls.isEmpty()) {
            put(CallBatch.SQL, statement -> CallBatch.bind(statement, calls));
        }
        if (!notes.isEmpty()) {
            put(NoteBatch.SQL, statement -> NoteBatch.bind(statement, notes));
        }
        return List.copyOf(passed.values());
    }

    /** Binds the parameters of one gate. */
    private interface Binding {
        void to(TenantStatement statement) throws SQLException;
    }

    private void put(String sql, Binding binding) throws SQLException {
        try (TenantStatement statement = TenantStatement.prepare(connection, tenant, sql)) {
            binding.to(statement);
            ResultSet rows = statement.rows();
            while (rows.next()) {
                int place = rows.getInt("place");
                passed.put(place, Passed.of(batch.get(place), rows));
            }
        }
    }
}
