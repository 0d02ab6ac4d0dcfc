package io.writ.app.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.RefusalReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    @ParameterizedTest
    @EnumSource
    void everyRefusalKeepsItsCodeHintAndRetryability(RefusalReason reason) {
        ProblemType type = ProblemType.of(reason);

        assertThat(type.code()).isEqualTo(reason.code());
        assertThat(type.hint()).isEqualTo(reason.hint());
        assertThat(type.isRetryable()).isEqualTo(reason.isRetryable());
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_MISSING,401",
        "TOKEN_INVALID,401",
        "PRINCIPAL_MISMATCH,401",
        "POLICY_DENIED,403",
        "OBLIGATION_UNSUPPORTED,500",
        "RATE_LIMITED,429",
        "BUDGET_EXCEEDED,429",
        "PARAMS_INVALID,400",
        "OPERATOR_UNKNOWN,400",
        "SESSION_UNKNOWN,404",
        "SESSION_FINALIZED,409",
        "OBJECT_NOT_FOUND,404",
        "AS_OF_NOT_HELD,404",
        "SOURCE_DOWN,503",
        "SOURCE_MISCONFIGURED,500",
        "POLICY_UNAVAILABLE,503",
        "DATABASE_DOWN,503",
        "LEDGER_DOWN,503",
        "LEDGER_BUSY,503",
        "INTERNAL,500",
        "BACKTEST_RUNNING,409",
        "BACKTEST_UNKNOWN,404",
    })
    void everyRefusalHasTheStatusOfTheSpec(RefusalReason reason, int status) {
        assertThat(ProblemType.of(reason).status()).isEqualTo(status);
    }

    @Test
    void theTableAboveIsComplete() {
        assertThat(RefusalReason.values()).hasSize(22);
    }

    @Test
    void everyTypeHasAUriOfItsOwnAndSaysWhatToDo() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri))
                .doesNotHaveDuplicates()
                .allMatch(uri -> uri.matches("/problems/[a-z-]+"));
        assertThat(ProblemType.values()).allSatisfy(type -> {
            assertThat(type.remedy()).endsWith(".");
            assertThat(ProblemType.named(type.slug())).contains(type);
        });
    }
}
