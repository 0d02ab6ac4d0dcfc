package io.writ.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Callers of all nodes who go on whatever happens, and remember each decision that was acknowledged. */
final class Acknowledged implements AutoCloseable {

    private static final int CALLERS_PER_NODE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PARAMS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"],"
            + "\"filter_spec\":{\"customer_id\":\"cust_public_1\"}}";

    private final Queue<String> decisions = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean over;

    private Acknowledged() {}

    static Acknowledged by(List<ClusterNode> nodes) {
        Acknowledged traffic = new Acknowledged();
        for (ClusterNode node : nodes) {
            for (int caller = 0; caller < CALLERS_PER_NODE; caller++) {
                traffic.callers.add(Thread.ofVirtual().start(() -> traffic.callOn(node)));
            }
        }
        return traffic;
    }

    /** Waits for this many more acknowledgements. */
    void awaitMore(int count) {
        int before = decisions.size();
        Patience.await(PATIENCE, "there were no " + count + " answers", () -> decisions.size() >= before + count);
    }

    /** Ends the traffic; what was acknowledged in all. */
    List<String> stopped() {
        close();
        return List.copyOf(decisions);
    }

    @Override
    public void close() {
        over = true;
        for (Thread caller : callers) {
            try {
                caller.join(PATIENCE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void callOn(ClusterNode node) {
        while (!over) {
            try {
                OpenSession session = OpenSession.open(node.as("dev"), 10_000, 0);
                Answer answer = session.call("fetch_rows", PARAMS);
                while (!over && answer.status() == 200) {
                    decisions.add(answer.json().getString("decision_id"));
                    answer = session.call("fetch_rows", PARAMS);
                }
            } catch (IllegalStateException unanswered) {
                // Nothing is known of this call and nothing is claimed of it; the node may be away for a while.
                Patience.pause(Duration.ofMillis(50));
            }
        }
    }
}
