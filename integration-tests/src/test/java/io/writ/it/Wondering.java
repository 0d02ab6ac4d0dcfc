package io.writ.it;

import io.writ.cli.server.LocalInstance;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Everybody of the sample company asks policy about everything, from several threads: permitted and forbidden alike. */
final class Wondering implements AutoCloseable {

    private static final int CALLERS = 4;

    private static final List<String> PRINCIPALS =
            List.of("dev", "support", "guest", "analyst", "hr", "lead", "auditor", "agent", "neighbour");

    private static final List<String> QUESTIONS = List.of(
            rows("safe_customer_view_public", "status"),
            rows("safe_customer_view_support", "status"),
            rows("safe_coffees", "name"),
            rows("safe_payroll", "department"),
            rows("safe_payroll", "monthly_salary"),
            rows("safe_subscribers", "plan"),
            document("public/public_1.txt"),
            document("restricted/restricted_1.txt"),
            document("handbook/refund_policy.txt"),
            "{\"action\":\"operator_call\",\"params\":{\"op_name\":\"search\",\"query\":\"bags\"}}",
            "{\"action\":\"create_session\",\"params\":{}}",
            "{\"action\":\"finalize\",\"params\":{}}",
            "{\"action\":\"read_archive\",\"params\":{}}",
            "{\"action\":\"narrow_query\",\"params\":{\"intent\":\"structured_lookup\"}}");

    private final LocalInstance instance;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> callers;
    private volatile boolean over;

    private Wondering(LocalInstance instance) {
        this.instance = instance;
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(_ -> Thread.ofVirtual().start(this::wonder))
                .toList();
    }

    static Wondering about(LocalInstance instance) {
        return new Wondering(instance);
    }

    @Override
    public void close() {
        over = true;
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void wonder() {
        while (!over) {
            int turn = next.getAndIncrement();
            String principal = PRINCIPALS.get(turn % PRINCIPALS.size());
            // Nine principals and fourteen questions have no common divisor, so every pair comes up.
            Api.of(instance, principal).post("/v1/policies/simulate", QUESTIONS.get(turn % QUESTIONS.size()));
        }
    }

    private static String rows(String view, String field) {
        return "{\"action\":\"operator_call\",\"params\":{\"op_name\":\"fetch_rows\",\"view_id\":\"" + view
                + "\",\"fields\":[\"" + field + "\"]}}";
    }

    private static String document(String id) {
        return "{\"action\":\"operator_call\",\"params\":{\"op_name\":\"fetch_span\",\"object_id\":\"" + id + "\"}}";
    }
}
