package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputLimitsTest {

    @Test
    void anOrdinaryQuestionHasNoProblem() {
        assertThat(problem(Asking.opening(Asking.principal("developer")))).isEmpty();
    }

    @Test
    void twoItemsWithOneIdCannotBeToldApart() {
        Resource document = Asking.document("public", "public/a.txt", Classification.PUBLIC);
        assertThat(problem(Asking.release(Asking.principal("developer"), List.of(document, document))))
                .contains("two items have one id");
    }

    @Test
    void aHundredFoundDocumentsAreNotTooMany() {
        List<Resource> documents = java.util.stream.IntStream.range(0, 100)
                .<Resource>mapToObj(n -> Asking.document("public", "public/" + n, Classification.PUBLIC))
                .toList();
        assertThat(problem(Asking.release(Asking.principal("developer"), documents)))
                .isEmpty();
    }

    @Test
    void halfACharacterHasNoCanonicalForm() {
        assertThat(problem(Asking.opening(Asking.principal("a\udc00")))).contains("text with half a character");
        assertThat(problem(Asking.ask(PolicyAction.NARROW_QUERY, Asking.principal("a"), "{'\ud800': 1}")))
                .contains("text with half a character");
    }

    @Test
    void contentIsNotSentToPolicy() {
        assertThat(problem(Asking.opening(Asking.principal("a".repeat(8_193))))).contains("text too long");
    }

    @Test
    void parametersHaveALimitedDepth() {
        String nested = "{'a':".repeat(30) + "1" + "}".repeat(30);
        assertThat(problem(Asking.ask(PolicyAction.NARROW_QUERY, Asking.principal("a"), nested)))
                .contains("nested too deeply");
    }

    @Test
    void parametersHaveALimitedSize() {
        String many = "{'a': [" + String.join(",", Collections.nCopies(20_001, "1")) + "]}";
        assertThat(problem(Asking.ask(PolicyAction.NARROW_QUERY, Asking.principal("a"), many)))
                .contains("too many values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3.25", "123456789012345", "1e200", "100000000000000000000"})
    void numbersThatEveryEngineReadsAlikeMayBeSent(String number) {
        assertThat(problem(withNumber(number))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456", "0.1234567890123456", "1e301", "1e-301", "1e999999999", "1e-999999999"})
    void numbersThatEnginesMightReadDifferentlyMayNot(String number) {
        assertThat(problem(withNumber(number))).contains("a number with more than 15 digits");
    }

    private static PolicyRequest withNumber(String number) {
        return Asking.ask(PolicyAction.NARROW_QUERY, Asking.principal("a"), "{'a': " + number + "}");
    }

    private static Optional<String> problem(PolicyRequest request) {
        return InputLimits.problem(request, InputDocument.of(request));
    }
}
