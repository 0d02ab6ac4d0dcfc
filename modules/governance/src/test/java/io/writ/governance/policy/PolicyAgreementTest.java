package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.rego.Differences;
import io.writ.governance.policy.rego.Differences.Question;
import io.writ.governance.policy.rego.LiveOpa;
import io.writ.governance.policy.rego.RegoPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A live OPA and the embedded engine say the same of the shipped policy, to the last member. */
class PolicyAgreementTest {

    private static final int QUESTIONS = 5_000;

    @BeforeAll
    static void opaIsNeeded() throws InterruptedException {
        if (!opaIsPresent()) {
            System.out.println("SKIPPED: the shipped policy was not compared with a live OPA; install opa "
                    + Workspace.text(Workspace.OPA.resolve("OPA_VERSION")));
            abort("opa is needed");
        }
    }

    @Test
    void bothEnginesAnswerWhateverIsAskedTheSame() throws Exception {
        RandomQuestions random = new RandomQuestions();
        List<Question> questions = new ArrayList<>();
        while (questions.size() < QUESTIONS) {
            questions.add(new Question(PlanEngine.ENTRYPOINT, random.next()));
        }

        Differences differences = compared("shipped policy", questions);

        assertThat(differences.found()).isEmpty();
    }

    /** Such an input does not reach an engine in production; should one ever, both must refuse it the same. */
    @Test
    void bothEnginesAnswerConfusedQuestionsTheSame() throws Exception {
        RandomQuestions random = new RandomQuestions();
        List<Question> questions = new ArrayList<>();
        while (questions.size() < QUESTIONS) {
            questions.add(new Question(PlanEngine.ENTRYPOINT, random.confused(random.next())));
        }

        Differences differences = compared("shipped policy, types confused", questions);

        assertThat(differences.found()).isEmpty();
    }

    private static Differences compared(String name, List<Question> questions) throws Exception {
        RegoPlan plan = RegoPlan.load(
                Workspace.bytes(Workspace.OPA.resolve("dist/plan.json")),
                Workspace.json("opa/dist/data.json"),
                PlanEngine.ENTRYPOINT);
        try (LiveOpa opa = LiveOpa.serving(
                List.of(Workspace.OPA.resolve("writ/authz"), Workspace.OPA.resolve("dist/data.json")))) {
            Differences differences = new Differences(opa, plan).over(questions);
            differences.print(name);
            return differences;
        }
    }

    private static boolean opaIsPresent() throws InterruptedException {
        try {
            return new ProcessBuilder("opa", "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
