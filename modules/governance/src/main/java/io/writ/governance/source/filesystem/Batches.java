package io.writ.governance.source.filesystem;

import java.util.ArrayList;
import java.util.List;

/** Cuts a first load into statements that neither the driver nor the server has to hold whole. */
final class Batches {

    private static final int OBSERVATIONS_MAX = 500;
    private static final int BYTES_MAX = 4 << 20;

    private Batches() {}

    static List<List<Observation>> of(List<Observation> observations) {
        List<List<Observation>> batches = new ArrayList<>();
        List<Observation> batch = new ArrayList<>();
        int bytes = 0;
        for (Observation observation : observations) {
            int size = observation.state() instanceof FileState.Held held
                    ? held.text().length()
                    : 0;
            if (!batch.isEmpty() && (batch.size() == OBSERVATIONS_MAX || bytes + size > BYTES_MAX)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(observation);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
