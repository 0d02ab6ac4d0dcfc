package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose session it is, what it may spend, and when it ends. */
class SessionsIT {

    private static final String ROWS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"]}";

    private final Api dev = Api.of(TestServer.shared(), "dev");
    private final Records records = new Records(TestServer.shared().database());

    @Test
    void theBudgetIsEchoedWithItsAbsentMember() {
        Answer opened = dev.post("/v1/sessions", "{\"budget\":" + OpenSession.budget(3, 1000) + "}");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.json().keySet()).contains("session_id", "trace_id", "policy_snapshot_id", "budget");
        assertThat(opened.json().getJsonObject("budget").get("max_parallelism")).isEqualTo(JsonValue.NULL);
        assertThat(opened.header("x-pecr-session-token")).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void aForeignSessionIsRefusedAndTheAttemptIsRecorded() {
        OpenSession mine = OpenSession.open(dev);
        Api other = Api.of(TestServer.shared(), "support")
                .with("x-pecr-session-token", mine.api().headers().get("x-pecr-session-token"));

        Answer answer = mine.as(other).call("fetch_rows", ROWS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("ERR_POLICY_DENIED");
        assertThat(records.of(mine.id()))
                .anySatisfy(record -> assertThat(record).contains("principal_mismatch"));
    }

    @Test
    void aWrongOrMissingTokenIsRefused() {
        OpenSession mine = OpenSession.open(dev);

        assertThat(mine.as(mine.api().with("x-pecr-session-token", "wrong"))
                        .call("fetch_rows", ROWS)
                        .status())
                .isEqualTo(401);
        assertThat(mine.as(mine.api().without("x-pecr-session-token"))
                        .call("fetch_rows", ROWS)
                        .code())
                .isEqualTo("ERR_POLICY_DENIED");
        assertThat(records.of(mine.id()))
                .anySatisfy(record -> assertThat(record).contains("invalid_session_token"));
    }

    @Test
    void anUnknownSessionIsNotFound() {
        Answer answer = new OpenSession(dev.with("x-pecr-session-token", "x"), "01ARZ3NDEKTSV4RRFFQ69G5FAV")
                .call("fetch_rows", ROWS);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("ERR_INVALID_PARAMS");
    }

    @Test
    void aSpentBudgetIsRefusedAndRecorded() {
        OpenSession session = OpenSession.open(dev, 1, 1_000_000);

        assertThat(session.call("fetch_rows", ROWS).status()).isEqualTo(200);
        Answer second = session.call("fetch_rows", ROWS);

        assertThat(second.status()).isEqualTo(429);
        assertThat(second.code()).isEqualTo("ERR_BUDGET_EXCEEDED");
        assertThat(second.json().getString("terminal_mode_hint")).isEqualTo("INSUFFICIENT_EVIDENCE");
        assertThat(records.of(session.id()))
                .anySatisfy(record -> assertThat(record).contains("budget_exceeded"));
    }

    @Test
    void concurrentCallsNeverSpendMoreThanTheBudget() throws Exception {
        OpenSession session = OpenSession.open(dev, 10, 0);
        Callable<Integer> call = () -> session.call("fetch_rows", ROWS).status();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    callers.invokeAll(IntStream.range(0, 64).mapToObj(_ -> call).toList());
            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn(status -> status == 200)
                    .hasSize(10);
            assertThat(answers).extracting(Future::get).containsOnly(200, 429);
        }
    }

    @Test
    void aSessionIsFinalizedOnceEvenWhenTwoTryAtTheSameTime() throws Exception {
        OpenSession session = OpenSession.open(dev);
        Callable<Integer> finish =
                () -> session.finish("nothing is known", "UNKNOWN", List.of()).status();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = callers.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> finish).toList());
            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn(status -> status == 200)
                    .hasSize(1);
            assertThat(answers).extracting(Future::get).containsOnly(200, 409);
        }
        assertThat(session.call("fetch_rows", ROWS).status()).isEqualTo(409);
    }
}
