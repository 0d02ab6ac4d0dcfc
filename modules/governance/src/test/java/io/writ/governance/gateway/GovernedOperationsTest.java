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
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policy is applied by the interceptor alone; these are the two halves of why that is enough. */
class GovernedOperationsTest {

    private static final Path CLASSES = Path.of("target/classes/io/writ/governance/gateway");

    static List<Class<?>> operations() throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(CLASSES, "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> candidate = Class.forName(Operation.class.getPackageName() + "." + name);
                if (Operation.class.isAssignableFrom(candidate) && !candidate.isInterface()) {
                    found.add(candidate);
                }
            }
        }
        return found;
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
    void thereAreOperations() throws Exception {
        assertThat(operations())
                .containsExactlyInAnyOrder(
                        DraftSession.class,
                        Fetch.class,
                        JudgeClaims.class,
                        PermitBacktest.class,
                        ReadArchive.class,
                        ReadRecord.class,
                        ReadWrit.class,
                        Search.class);
    }

    @Test
    void anOperationThatNobodyGovernsReadsNothing() {
        Shelf sources = new Shelf();
        ReadStage reads = new ReadStage(sources, Redaction.ofObligations(new SecureRandom()));

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
