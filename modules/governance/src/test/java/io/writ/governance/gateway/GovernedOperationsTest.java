package io.writ.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Label;
import io.writ.governance.OperatorName;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.Governed;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.source.SourceQuery;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policy is applied by the interceptor alone; these are the two halves of why that is enough. */
class GovernedOperationsTest {

    static Stream<Class<?>> operations() {
        return Arrays.stream(Operation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsGoverned(Class<?> operation) {
        assertThat(Arrays.stream(operation.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .filter(method -> method.getName().equals("perform")))
                .isNotEmpty()
                .allMatch(GovernedOperationsTest::isGoverned);
    }

    @Test
    void thereAreOperations() {
        assertThat(operations()).hasSize(5);
    }

    @Test
    void anOperationThatNobodyGovernsReadsNothing() {
        Shelf sources = new Shelf();
        ReadStage reads = new ReadStage(sources, Redaction.ofObligations());

        assertThat(new Fetch(reads).perform(question()))
                .isInstanceOfSatisfying(
                        Findings.Nothing.class,
                        nothing -> assertThat(nothing.objection().reason()).isEqualTo(RefusalReason.INTERNAL));
        assertThat(new Search(reads, new Rulings()).perform(question())).isInstanceOf(Findings.Nothing.class);
        assertThat(sources.reads()).isZero();
    }

    private static boolean isGoverned(Method method) {
        return method.isAnnotationPresent(Governed.class);
    }

    private static OperatorQuestion question() {
        SessionFacts session = Samples.facts(Samples.freshTenant(), Samples.budget(1, 0));
        return new OperatorQuestion(
                Samples.caller(session.key().tenant(), "dev").principal(),
                session,
                Label.NONE,
                OperatorName.FETCH_SPAN,
                new SourceQuery.Span("public/a.txt", OptionalInt.empty(), OptionalInt.empty()),
                Shelf.document("public/a.txt"),
                Samples.NOW);
    }
}
