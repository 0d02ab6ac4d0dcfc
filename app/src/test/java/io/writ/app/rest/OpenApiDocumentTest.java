package io.writ.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.app.authzen.EvaluationResource;
import io.writ.app.authzen.EvaluationsResource;
import io.writ.app.authzen.MetadataResource;
import io.writ.app.health.Healthz;
import io.writ.app.health.Readyz;
import io.writ.app.ledger.AddCheckpointResource;
import io.writ.app.ledger.CheckpointResource;
import io.writ.app.ledger.ConsistencyProofResource;
import io.writ.app.ledger.EntryResource;
import io.writ.app.ledger.InclusionProofResource;
import io.writ.app.ledger.TileResource;
import io.writ.app.ledger.VerifyResource;
import io.writ.app.ledger.WitnessedCheckpointResource;
import io.writ.app.metrics.MetricsResource;
import io.writ.app.rest.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract is written by hand, so it is compared with what it describes. */
class OpenApiDocumentTest {

    private static final List<Class<?>> RESOURCES = List.of(
            SessionsResource.class,
            OperatorsResource.class,
            FinalizeResource.class,
            RunResource.class,
            WritResource.class,
            SimulateResource.class,
            PolicyCapabilitiesResource.class,
            BacktestsResource.class,
            BacktestResource.class,
            CapabilitiesResource.class,
            EvaluationResource.class,
            EvaluationsResource.class,
            MetadataResource.class,
            PostureResource.class,
            CheckpointResource.class,
            TileResource.class,
            InclusionProofResource.class,
            ConsistencyProofResource.class,
            EntryResource.class,
            VerifyResource.class,
            AddCheckpointResource.class,
            WitnessedCheckpointResource.class,
            Healthz.class,
            Readyz.class,
            MetricsResource.class);

    private static final Pattern PATH = Pattern.compile("^  (/\\S+):\\n    (get|post):", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("ERR_[A-Z_]+");

    @Test
    void everyRouteIsInTheDocumentAndNoOther() throws IOException {
        List<String> documented = PATH.matcher(document())
                .results()
                .map(found -> found.group(2) + " " + found.group(1))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        RESOURCES.stream().flatMap(OpenApiDocumentTest::routes).toList());
    }

    @Test
    void everyCodeInTheDocumentExists() throws IOException {
        List<String> codes = Arrays.stream(ProblemType.values())
                .map(ProblemType::code)
                .distinct()
                .toList();

        assertThat(CODE.matcher(document()).results().map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(codes);
    }

    private static Stream<String> routes(Class<?> resource) {
        // The document names a path parameter, and leaves out what it matches.
        String path = "/" + resource.getAnnotation(Path.class).value().replaceAll(": [^}]+}", "}");
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .map(method -> verb(method) + " " + path);
    }

    private static String verb(Method method) {
        return method.isAnnotationPresent(GET.class) ? "get" : "post";
    }

    private static String document() throws IOException {
        try (InputStream content = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
