package io.writ.orchestration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.orchestration.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PlannerTest {

    private final Planner planner = new Planner(Fixtures.capabilities());

    @ParameterizedTest
    @CsvFileSource(resources = "plans.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '`')
    void aQuestionHasThePlanOfTheTable(String question, String plan) {
        assertThat(PlanText.of(planner.plan(question))).isEqualTo(plan);
    }

    @Test
    void theSameQuestionHasTheSamePlan() {
        String question = "How many subscribers per city and what is the refund policy?";

        assertThat(planner.plan(question)).isEqualTo(new Planner(Fixtures.capabilities()).plan(question));
    }
}
