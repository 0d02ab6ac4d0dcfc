package io.writ.app.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.app.json.JsonShapeException;
import io.writ.app.rest.problem.Problem.Header;
import io.writ.evidence.WireFormatException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServerErrorException;
import org.junit.jupiter.api.Test;

class ProblemOfTest {

    @Test
    void anUnknownExceptionSaysNothingAboutItself() {
        Problem problem = ProblemOf.thrown(new IllegalStateException("jdbc:postgresql://secret-host canary-4711"));

        assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(problem.message())
                .doesNotContain("canary")
                .doesNotContain("jdbc")
                .doesNotContain("Illegal");
    }

    @Test
    void whatDoesNotFitIsToldWithItsPointer() {
        Problem problem = ProblemOf.thrown(new JsonShapeException("/budget/max_bytes", "must be a whole number"));

        assertThat(problem.type()).isEqualTo(ProblemType.PARAMS_INVALID);
        assertThat(problem.message()).isEqualTo("/budget/max_bytes must be a whole number");
        assertThat(ProblemOf.thrown(new WireFormatException("invalid budget: max_bytes out of range"))
                        .message())
                .isEqualTo("invalid budget: max_bytes out of range");
    }

    @Test
    void theFrameworksRefusalsHaveOurForm() {
        assertThat(ProblemOf.thrown(new NotFoundException()).type()).isEqualTo(ProblemType.ROUTE_UNKNOWN);
        assertThat(ProblemOf.thrown(new NotAcceptableException()).type()).isEqualTo(ProblemType.NOT_ACCEPTABLE);
        assertThat(ProblemOf.thrown(new ClientErrorException(418)).type()).isEqualTo(ProblemType.PARAMS_INVALID);
        assertThat(ProblemOf.thrown(new ServerErrorException(503)).type()).isEqualTo(ProblemType.INTERNAL);
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        Problem problem = ProblemOf.thrown(new NotAllowedException("POST"));

        assertThat(problem.type()).isEqualTo(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(problem.headers()).containsExactly(new Header("Allow", "POST"));
    }
}
