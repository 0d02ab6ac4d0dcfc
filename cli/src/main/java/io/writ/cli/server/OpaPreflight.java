package io.writ.cli.server;

import io.writ.cli.CommandFailure;
import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the configured OPA server once before anything is started: without it a server that denies everything would come
 * up slowly and never be ready, and the reason would stand in a log file.
 */
public final class OpaPreflight {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String QUESTION = "/v1/data/writ/authz/decision?provenance=true";
    private static final String REMEDY =
            " docs/OPA.md says how to run it. Or unset WRIT_POLICY_ENGINE, and policy is evaluated in the server itself.";

    private final Map<String, String> environment;

    private OpaPreflight(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Goes through where OPA is not needed: another engine decides, or may step in.
     *
     * @throws CommandFailure with what to do when nobody would answer
     */
    public static void check(Map<String, String> environment) {
        OpaPreflight preflight = new OpaPreflight(environment);
        if (preflight.isOn("WRIT_POLICY_ENGINE", "opa") && !preflight.isOn("WRIT_POLICY_FALLBACK", "embedded")) {
            preflight.value("WRIT_OPA_URL").flatMap(preflight::problem).ifPresent(problem -> {
                throw new CommandFailure(problem + REMEDY);
            });
        }
    }

    private Optional<String> problem(String server) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> reply = http.send(question(server), HttpResponse.BodyHandlers.ofString());
            return problem(server, reply);
        } catch (IOException silent) {
            return Optional.of("WRIT_POLICY_ENGINE is opa, and no OPA server answers at " + server + ".");
        } catch (IllegalArgumentException wrong) {
            return Optional.of("WRIT_OPA_URL must be a URL such as http://127.0.0.1:8181, and " + server + " is not.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while OPA was asked.");
        }
    }

    private Optional<String> problem(String server, HttpResponse<String> reply) {
        String bundle = value("WRIT_OPA_BUNDLE").orElse("writ");
        return switch (reply.statusCode()) {
            case 200 ->
                hasBundle(reply.body(), bundle)
                        ? Optional.empty()
                        : Optional.of("The OPA server at " + server + " has no bundle '" + bundle
                                + "'; WRIT_OPA_BUNDLE must be its name in OPA's configuration.");
            case 401, 403 ->
                Optional.of("The OPA server at " + server + " refuses the question; WRIT_OPA_TOKEN must be a token that"
                        + " its authorization policy knows.");
            default -> Optional.of("The OPA server at " + server + " answers with status " + reply.statusCode() + ".");
        };
    }

    private static boolean hasBundle(String body, String bundle) {
        try {
            return Optional.ofNullable(StrictJson.parseObject(body).getJsonObject("provenance"))
                    .map(provenance -> provenance.getJsonObject("bundles"))
                    .map(JsonObject::keySet)
                    .filter(names -> names.contains(bundle))
                    .isPresent();
        } catch (WireFormatException | ClassCastException other) {
            return false;
        }
    }

    private HttpRequest question(String server) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.replaceAll("/+$", "") + QUESTION))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"input\":{}}"));
        value("WRIT_OPA_TOKEN").ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private boolean isOn(String key, String wanted) {
        return value(key).filter(wanted::equals).isPresent();
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(environment.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
