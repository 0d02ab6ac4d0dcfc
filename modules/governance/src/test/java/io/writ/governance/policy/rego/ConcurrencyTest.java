package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    @Test
    void manyVirtualThreadsShareOnePlanAndGetTheirOwnAnswers() throws InterruptedException, ExecutionException {
        RegoPlan plan = Plans.plan();
        List<Future<Evaluation>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                RegoValue input = Plans.value("{'level': " + i + "}");
                answers.add(
                        threads.submit(() -> plan.evaluate("statements/doubled", input, EvaluationLimits.STANDARD)));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(new Evaluation.Defined(Plans.value(Integer.toString(2 * i))));
        }
    }

    @Test
    void aDocumentDeeperThanTheStackEndsTheEvaluation() throws InterruptedException, ExecutionException {
        RegoPlan plan = Plans.plan();
        RegoValue input = new ObjectBuilder()
                .put("pair", RegoArray.of(List.of(nested(200_000), nested(200_000))))
                .frozen();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() -> plan.evaluate("statements/same", input, EvaluationLimits.STANDARD))
                            .get())
                    .isEqualTo(new Evaluation.BudgetExceeded(Evaluation.Budget.DEPTH));
        }
    }

    private static RegoValue nested(int depth) {
        RegoValue nested = RegoArray.EMPTY;
        for (int i = 0; i < depth; i++) {
            nested = RegoArray.of(List.of(nested));
        }
        return nested;
    }
}
