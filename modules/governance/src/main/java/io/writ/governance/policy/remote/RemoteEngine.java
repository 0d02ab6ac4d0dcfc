package io.writ.governance.policy.remote;

import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.Explanation;
import io.writ.governance.PolicyConfig;
import io.writ.governance.PolicyObserver;
import io.writ.governance.PolicyObserver.RemoteOutcome;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Asks an OPA server, and believes what it says about one revision only. */
final class RemoteEngine implements PolicyEngine {

    static final String NAME = "opa";

    /** A decision document names its rules in either mode; what the remote engine lacks is the way to them. */
    private static final Explanation NO_TRACE =
            new Explanation.Opaque("the remote engine gives none; the decision names the rules that contributed");

    private static final Explanation NO_ANSWER = new Explanation.Opaque("the remote engine gave no answer");

    /** The first question also makes the client and its interceptors; a server that hangs ends it sooner. */
    private static final Duration GREETING = Duration.ofSeconds(10);

    /** Any question does: an answer shows that the server is there and which revision it has. */
    private static final JsonObject PROBE = JsonObject.EMPTY_JSON_OBJECT;

    private final Opa opa;
    private final ReplyReader reader;
    private final Duration timeout;
    private final PolicyObserver observer;
    private final Condition condition = new Condition();

    RemoteEngine(Opa opa, PolicyConfig.Opa server, PolicyBundle bundle, PolicyObserver observer) {
        this.opa = opa;
        this.reader = new ReplyReader(server.bundle(), bundle.revision());
        this.timeout = server.timeout();
        this.observer = observer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer evaluate(JsonObject input) {
        ReplyReader.Reading reading = ask(input, timeout);
        if (!Thread.currentThread().isInterrupted()) {
            // An interrupted caller learned nothing about the server.
            condition.note(reading);
        }
        return switch (reading) {
            case ReplyReader.Reading.Decided(var document) -> {
                observer.asked(RemoteOutcome.ANSWERED);
                yield new Answer.Document(NAME, document, NO_TRACE);
            }
            case ReplyReader.Reading.Failed(var failure, var _) -> {
                observer.asked(outcome(failure));
                yield new Answer.Failed(NAME, failure, NO_ANSWER);
            }
        };
    }

    /** Asks once before anybody waits for an answer; a server that is not there is told in the log, and no more. */
    void greet() {
        condition.note(ask(PROBE, GREETING));
    }

    /** What was seen a moment ago; otherwise the server is asked, so that one without traffic is not taken for well. */
    @Override
    public Optional<String> problem() {
        if (!condition.isFresh()) {
            condition.note(ask(PROBE, timeout));
        }
        return condition.problem();
    }

    private ReplyReader.Reading ask(JsonObject input, Duration patience) {
        String body = "{\"input\":" + new String(Rfc8785.bytes(input), StandardCharsets.UTF_8) + '}';
        try {
            return reader.read(opa.ask(OpaQuestion.within(patience, body)));
        } catch (OpaTrouble trouble) {
            return unavailable(String.valueOf(trouble.getMessage()));
        } catch (FaultToleranceException kept) {
            return unavailable(keptBecause(kept));
        }
    }

    private static String keptBecause(FaultToleranceException kept) {
        return switch (kept) {
            case CircuitBreakerOpenException _ -> "OPA failed so often that it is left alone for a moment";
            case BulkheadException _ -> "too many questions wait for OPA";
            default -> "OPA did not answer in time";
        };
    }

    private static ReplyReader.Reading unavailable(String problem) {
        return new ReplyReader.Reading.Failed(PolicyFailure.UNAVAILABLE, problem);
    }

    private static RemoteOutcome outcome(PolicyFailure failure) {
        return switch (failure) {
            case UNAVAILABLE, STALE, BUDGET -> RemoteOutcome.UNAVAILABLE;
            case VERSION_MISMATCH -> RemoteOutcome.VERSION_MISMATCH;
            case UNDEFINED -> RemoteOutcome.UNDEFINED;
            case MALFORMED -> RemoteOutcome.MALFORMED;
            case ERROR, INPUT_INVALID, OBLIGATION_UNSUPPORTED -> RemoteOutcome.ERROR;
        };
    }
}
