package io.writ.governance.policy.backtest;

import io.writ.governance.TenantId;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.persistence.RecordedInputs.Place;
import io.writ.governance.persistence.RecordedInputs.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through recorded decisions, newest first. Each is worked on by some thread, and its result is taken by the one
 * that walks, in order: a walk over the same decisions has the same outcome, however many threads there are.
 *
 * @param tenant whose; absent for all tenants
 * @param decisionsMax how many that policy took part in
 */
public record Walk(RecordedInputs inputs, Optional<TenantId> tenant, long decisionsMax) {

    /** Inputs have some kilobytes, of a large search some hundred: a page stays far below the memory of any node. */
    private static final int PAGE = 256;

    <T> void over(Workers workers, EvaluationProgress progress, Function<RecordedDecision, T> work, Consumer<T> taken) {
        Place place = Place.START;
        long done = 0;
        while (done < decisionsMax) {
            List<Recorded> page = page(place);
            long before = done;
            List<Optional<T>> results = workers.each(
                    page, stored -> DecisionReading.read(stored).map(work), () -> progress.reached(before));
            List<T> counted = results.stream()
                    .flatMap(Optional::stream)
                    .limit(decisionsMax - done)
                    .toList();
            counted.forEach(taken);
            done += counted.size();
            progress.reached(done);
            if (page.size() < PAGE) {
                return;
            }
            place = page.getLast().place();
        }
    }

    private List<Recorded> page(Place after) {
        return tenant.map(one -> inputs.page(one, after, PAGE)).orElseGet(() -> inputs.page(after, PAGE));
    }
}
