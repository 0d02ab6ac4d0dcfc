package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Kill -9 of the server under load: what was answered is recorded, what is recorded is whole. */
class CrashIT {

    private static final int CALLERS = 64;
    private static final int KILLS = 2;
    private static final long LOAD_MILLIS = 1_500;
    private static final String PARAMS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"],"
            + "\"filter_spec\":{\"customer_id\":\"cust_public_1\"}}";

    private static final String ORPHANS = "select count(*)::text from writ.decision d where ? = '' and not exists"
            + " (select 1 from writ.ledger_entry e where e.record_id = d.decision_id)"
            + " union all select count(*)::text from writ.ledger_entry e where e.kind between 2 and 5 and not exists"
            + " (select 1 from writ.decision d where d.decision_id = e.record_id)";

    @Test
    void everyAnsweredCallHasOneDecisionItsEvidenceAndOneEntryAfterAKill() throws InterruptedException {
        try (LocalInstance instance = TestServer.start("crash", Map.of())) {
            List<String> answered = new ArrayList<>();
            for (int round = 0; round < KILLS; round++) {
                answered.addAll(loadUntilKilled(instance));
                instance.restartServer();
            }

            var records = new Records(instance.database());
            assertThat(answered).hasSizeGreaterThan(CALLERS);
            assertThat(answered).doesNotHaveDuplicates();
            assertThat(recordedOnce(records, answered)).isEqualTo(answered.size());
            assertThat(records.texts(ORPHANS, "")).containsExactly("0", "0");
            assertThat(records.offences()).isEmpty();
            assertThat(OpenSession.open(Api.of(instance, "dev"))
                            .call("fetch_rows", PARAMS)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static List<String> loadUntilKilled(LocalInstance instance) throws InterruptedException {
        ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
        CountDownLatch ready = new CountDownLatch(CALLERS);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> callUntilNobodyAnswers(instance, ready, answered));
            }
            assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(LOAD_MILLIS);
            instance.server().kill();
        }
        return List.copyOf(answered);
    }

    private static void callUntilNobodyAnswers(
            LocalInstance instance, CountDownLatch ready, ConcurrentLinkedQueue<String> answered) {
        OpenSession session = OpenSession.open(Api.of(instance, "dev"), 10_000, 0);
        ready.countDown();
        try {
            while (true) {
                Answer answer = session.call("fetch_rows", PARAMS);
                if (answer.status() == 200) {
                    answered.add(answer.json().getString("decision_id"));
                }
            }
        } catch (IllegalStateException killed) {
            // The connection broke without an answer: nothing is known of this call, and nothing is claimed of it.
            return;
        }
    }

    /** How many of the ids have exactly one decision, one entry and one evidence row. */
    private static int recordedOnce(Records records, List<String> ids) {
        String sql = "select count(*)::text from unnest(string_to_array(?, ',')::uuid[]) as id"
                + " where (select count(*) from writ.decision d where d.decision_id = id) = 1"
                + " and (select count(*) from writ.ledger_entry e where e.record_id = id) = 1"
                + " and (select count(*) from writ.evidence v where v.decision_id = id) = 1";
        return Integer.parseInt(records.texts(sql, String.join(",", ids)).getFirst());
    }
}
