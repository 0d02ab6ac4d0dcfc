package io.writ.governance.policy;

import io.writ.evidence.Digest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Asks the policy that was loaded into this process. Every way to fail ends in a denial with its own code. */
final class EmbeddedDecisionPoint implements PolicyDecisionPoint {

    static final String ENTRYPOINT = "writ/authz/decision";

    /** Stands for the bundle when there is none: the digest of nothing. */
    private static final Digest NO_BUNDLE = Digest.of("");

    private static final Logger LOG = System.getLogger(EmbeddedDecisionPoint.class.getName());

    private final PolicySnapshot snapshot;

    EmbeddedDecisionPoint(PolicySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public PolicyDecision decide(PolicyRequest request) {
        JsonObject document = InputDocument.of(request);
        Optional<String> problem = InputLimits.problem(request, document);
        if (problem.isPresent()) {
            // Not even hashed: what has no canonical form must not share a digest with something that has one.
            Provenance unasked = unasked(JsonValue.EMPTY_JSON_OBJECT);
            return new PolicyDecision.Deny(PolicyFailure.INPUT_INVALID.code(), List.of(), unasked);
        }
        PolicyDecision decision = switch (snapshot) {
            case PolicySnapshot.Loaded loaded -> ask(loaded, document);
            case PolicySnapshot.Missing _ -> undecided(PolicyFailure.UNAVAILABLE, unasked(document));
        };
        if (decision instanceof PolicyDecision.Undecided undecided) {
            LOG.log(Level.WARNING, "policy could not decide {0}: {1}", request.action(), undecided.reason());
        }
        return decision;
    }

    @Override
    public PolicyStatus status() {
        return switch (snapshot) {
            case PolicySnapshot.Loaded(var engine, var revision, var bundle, var loadedAt) ->
                new PolicyStatus(engine.name(), revision, bundle, loadedAt, true, Optional.empty());
            case PolicySnapshot.Missing(var missing, var triedAt) ->
                new PolicyStatus("none", "none", NO_BUNDLE, triedAt, false, Optional.of(missing));
        };
    }

    private static PolicyDecision ask(PolicySnapshot.Loaded policy, JsonObject input) {
        Digest inputHash = Digest.ofRfc8785(input);
        long start = System.nanoTime();
        PolicyEngine.Answer answer = answer(policy.engine(), input);
        long nanos = System.nanoTime() - start;
        return switch (answer) {
            case PolicyEngine.Answer.Document(var value) ->
                DecisionReader.read(
                        value, provenance(policy, input, inputHash, Optional.of(Digest.ofRfc8785(value)), nanos));
            case PolicyEngine.Answer.Failed(var failure) ->
                undecided(failure, provenance(policy, input, inputHash, Optional.empty(), nanos));
        };
    }

    private static PolicyEngine.Answer answer(PolicyEngine engine, JsonObject input) {
        try {
            return engine.evaluate(input);
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.log(Level.ERROR, "the policy engine broke", broken);
            return new PolicyEngine.Answer.Failed(PolicyFailure.ERROR);
        }
    }

    private static PolicyDecision undecided(PolicyFailure failure, Provenance provenance) {
        return new PolicyDecision.Undecided(failure.code(), provenance);
    }

    private Provenance unasked(JsonObject input) {
        PolicyStatus status = status();
        return new Provenance(
                "none",
                status.revision(),
                status.bundle(),
                ENTRYPOINT,
                input,
                Digest.ofRfc8785(input),
                Optional.empty(),
                0);
    }

    private static Provenance provenance(
            PolicySnapshot.Loaded policy, JsonObject input, Digest inputHash, Optional<Digest> result, long nanos) {
        return new Provenance(
                policy.engine().name(),
                policy.revision(),
                policy.bundle(),
                ENTRYPOINT,
                input,
                inputHash,
                result,
                nanos);
    }
}
