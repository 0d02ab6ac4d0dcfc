package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the policy that is in force at that moment. Every way to fail ends in a denial with its own code. */
final class SnapshotDecisionPoint implements PolicyDecisionPoint {

    /** Stands for the bundle when there is none: the digest of nothing. */
    private static final Digest NO_BUNDLE = Digest.of("");

    private static final Logger LOG = System.getLogger(SnapshotDecisionPoint.class.getName());

    private final Supplier<PolicySnapshot> snapshots;
    private final SearchLimits searching;

    SnapshotDecisionPoint(Supplier<PolicySnapshot> snapshots) {
        this(snapshots, SearchLimits.STANDARD);
    }

    SnapshotDecisionPoint(Supplier<PolicySnapshot> snapshots, SearchLimits searching) {
        this.snapshots = snapshots;
        this.searching = searching;
    }

    @Override
    public PolicyDecision decide(PolicyRequest request) {
        PolicyDecision decision = verdict(request);
        if (decision instanceof PolicyDecision.Undecided undecided) {
            LOG.log(Level.WARNING, "policy could not decide {0}: {1}", request.action(), undecided.reason());
        }
        return decision;
    }

    /** The same without a word in the log. */
    PolicyDecision verdict(PolicyRequest request) {
        PolicySnapshot snapshot = snapshots.get();
        JsonObject document = InputDocument.of(request);
        Optional<String> problem = InputLimits.problem(request, document);
        if (problem.isPresent()) {
            // Not even hashed: what has no canonical form must not share a digest with something that has one.
            Provenance unasked = unasked(snapshot, JsonValue.EMPTY_JSON_OBJECT);
            return new PolicyDecision.Deny(PolicyFailure.INPUT_INVALID.code(), List.of(), unasked);
        }
        return switch (snapshot) {
            case PolicySnapshot.Loaded loaded -> ask(loaded, document);
            case PolicySnapshot.Unusable unusable -> undecided(unusable.failure(), unasked(snapshot, document));
        };
    }

    @Override
    public Optional<Hypothetical> reconsider(Provenance decided) {
        return switch (snapshots.get()) {
            case PolicySnapshot.Loaded loaded
            when loaded.bundle().equals(decided.bundle())
                    && loaded.engine().name().equals(decided.engine()) ->
                loaded.engine().aside().map(engine -> new Hypothetical(engine, decided, searching));
            case PolicySnapshot.Loaded _, PolicySnapshot.Unusable _ -> Optional.empty();
        };
    }

    @Override
    public PolicyStatus status() {
        PolicySnapshot snapshot = snapshots.get();
        PolicyStatus loaded = status(snapshot);
        return problem(snapshot).map(loaded::hindered).orElse(loaded);
    }

    /** What is loaded may still have nobody to evaluate it. */
    private static Optional<String> problem(PolicySnapshot snapshot) {
        return switch (snapshot) {
            case PolicySnapshot.Loaded loaded -> loaded.engine().problem();
            case PolicySnapshot.Unusable _ -> Optional.empty();
        };
    }

    private static PolicyStatus status(PolicySnapshot snapshot) {
        return switch (snapshot) {
            case PolicySnapshot.Loaded(var engine, var revision, var bundle, var loadedAt) ->
                new PolicyStatus(engine.name(), revision, bundle, loadedAt, true, Optional.empty());
            case PolicySnapshot.Unusable(var _, var problem, var since) ->
                new PolicyStatus("none", "none", NO_BUNDLE, since, false, Optional.of(problem));
        };
    }

    static PolicyDecision ask(PolicySnapshot.Loaded policy, JsonObject input) {
        PolicyInput asked = PolicyInput.of(input);
        long start = System.nanoTime();
        PolicyEngine.Answer answer = answer(policy.engine(), input);
        long nanos = System.nanoTime() - start;
        return switch (answer) {
            case PolicyEngine.Answer.Document(var _, var value, var _) ->
                DecisionReader.read(
                        value, provenance(policy, answer, asked, Optional.of(Digest.ofRfc8785(value)), nanos));
            case PolicyEngine.Answer.Failed(var _, var failure, var _) ->
                undecided(failure, provenance(policy, answer, asked, Optional.empty(), nanos));
        };
    }

    /** The engine's answer, or that it broke: no engine makes a question fail otherwise. */
    static PolicyEngine.Answer answer(PolicyEngine engine, JsonObject input) {
        try {
            return engine.evaluate(input);
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.log(Level.ERROR, "the policy engine broke", broken);
            return new PolicyEngine.Answer.Failed(
                    engine.name(), PolicyFailure.ERROR, new Explanation.Opaque("the engine broke"));
        }
    }

    private static PolicyDecision undecided(PolicyFailure failure, Provenance provenance) {
        return new PolicyDecision.Undecided(failure.code(), provenance);
    }

    private static Provenance unasked(PolicySnapshot snapshot, JsonObject input) {
        PolicyStatus status = status(snapshot);
        return new Provenance(
                "none",
                status.revision(),
                status.bundle(),
                PlanEngine.ENTRYPOINT,
                PolicyInput.of(input),
                Optional.empty(),
                Explanation.UNASKED,
                0);
    }

    private static Provenance provenance(
            PolicySnapshot.Loaded policy,
            PolicyEngine.Answer answer,
            PolicyInput asked,
            Optional<Digest> result,
            long nanos) {
        return new Provenance(
                answer.engine(),
                policy.revision(),
                policy.bundle(),
                PlanEngine.ENTRYPOINT,
                asked,
                result,
                answer.explanation(),
                nanos);
    }
}
