package io.writ.governance.desk;

import io.writ.evidence.SharedJson;
import io.writ.governance.Caller;
import io.writ.governance.Capabilities;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.Capability;
import io.writ.governance.DecisionView;
import io.writ.governance.Grounds;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Principal;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.policy.ArchiveReach;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.source.catalogue.Catalogue;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers by asking the decision point what it would say. */
final class DecisionPointDesk implements PolicyDesk {

    private final PolicyDecisionPoint policy;
    private final Supplier<Catalogue> catalogue;
    private final Disclosure disclosure;
    private final Clock clock;

    DecisionPointDesk(PolicyDecisionPoint policy, Supplier<Catalogue> catalogue, Disclosure disclosure, Clock clock) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    @Override
    public SimulationOutcome simulate(Caller caller, Simulation simulation) {
        return answer(caller.principal(), simulation, disclosure::advice);
    }

    @Override
    public SimulationOutcome evaluate(Caller caller, Principal subject, Simulation simulation) {
        if (subject.equals(caller.principal())) {
            return answer(subject, simulation, disclosure::grounds);
        }
        PolicyDecision reach = asker(caller.principal(), Optional.empty(), Optional.empty())
                .about(PolicyAction.READ_ARCHIVE, JsonValue.EMPTY_JSON_OBJECT);
        if (reach instanceof PolicyDecision.Undecided undecided) {
            return new SimulationOutcome.Refused(SimulatedDecisions.refusal(undecided));
        }
        return ArchiveReach.isWhole(reach)
                        && subject.tenant().equals(caller.principal().tenant())
                ? answer(subject, simulation, disclosure::grounds)
                : new SimulationOutcome.Refused(Refusal.of(
                        RefusalReason.POLICY_DENIED,
                        "ask about yourself; about others may ask who may see all records of this tenant"));
    }

    private SimulationOutcome answer(
            Principal subject, Simulation simulation, Function<PolicyDecision, Grounds> telling) {
        Asker asker = asker(subject, simulation.asOf(), purpose(simulation.params()));
        Optional<PolicyAction> action = action(simulation.action());
        if (action.isEmpty()) {
            return policy.status().usable() ? unknownAction() : unusable();
        }
        return switch (action.get()) {
            case OPERATOR_CALL -> simulateCall(asker, simulation.params(), telling);
            case CREATE_SESSION, RELEASE_ITEMS, FINALIZE, NARROW_QUERY, READ_ARCHIVE ->
                told(asker, asker.about(action.get(), simulation.params()), telling);
        };
    }

    @Override
    public CapabilitiesOutcome capabilities(Caller caller) {
        Asker asker = asker(caller.principal(), Optional.empty(), Optional.empty());
        ReadableSources readable = ReadableSources.of(catalogue.get(), asker);
        List<Capability> entries = new ArrayList<>();
        for (Intent intent : Intent.values()) {
            switch (asker.about(PolicyAction.NARROW_QUERY, intentParams(intent))) {
                case PolicyDecision.Allow allow ->
                    allow.obligations()
                            .narrowing()
                            .map(advice -> intent.capability(new Advice(advice, readable.views())))
                            .ifPresent(entries::add);
                case PolicyDecision.Deny _ -> {}
                case PolicyDecision.Undecided undecided -> {
                    return new CapabilitiesOutcome.Refused(SimulatedDecisions.refusal(undecided));
                }
            }
        }
        return new CapabilitiesOutcome.Listed(
                new Capabilities(entries, readable.views(), readable.collections(), readable.withheld()));
    }

    private SimulationOutcome simulateCall(Asker asker, JsonObject params, Function<PolicyDecision, Grounds> telling) {
        return switch (SimulatedCall.of(
                params, catalogue.get(), asker.principal().tenant())) {
            case SimulatedCall.Imagined(var operator, var resource) ->
                told(
                        asker,
                        asker.aboutCall(
                                operator,
                                resource,
                                SharedJson.PROVIDER.createObjectBuilder().build()),
                        telling);
            case SimulatedCall.Impossible(var message) ->
                new SimulationOutcome.Refused(Refusal.of(RefusalReason.PARAMS_INVALID, message));
        };
    }

    private SimulationOutcome told(Asker asker, PolicyDecision decision, Function<PolicyDecision, Grounds> telling) {
        return switch (decision) {
            case PolicyDecision.Allow allow ->
                new SimulationOutcome.Simulated(
                        SimulatedDecisions.view(allow, narrowing(asker, allow), telling.apply(allow)));
            case PolicyDecision.Deny deny ->
                new SimulationOutcome.Simulated(SimulatedDecisions.view(deny, telling.apply(deny)));
            case PolicyDecision.Undecided undecided ->
                new SimulationOutcome.Refused(SimulatedDecisions.refusal(undecided));
        };
    }

    private Optional<JsonObject> narrowing(Asker asker, PolicyDecision.Allow allow) {
        return allow.obligations()
                .narrowing()
                .map(advice -> new Advice(
                                advice,
                                ReadableSources.of(catalogue.get(), asker).views())
                        .document());
    }

    /** An action that policy has no word for is denied, as policy denies everything it has no rule for. */
    private SimulationOutcome unknownAction() {
        return new SimulationOutcome.Simulated(new DecisionView(
                Optional.empty(),
                false,
                false,
                "default_deny",
                Optional.empty(),
                Optional.empty(),
                List.of("default_deny"),
                policy.status().revision(),
                Grounds.UNASKED));
    }

    private static SimulationOutcome unusable() {
        return new SimulationOutcome.Refused(
                Refusal.of(RefusalReason.POLICY_UNAVAILABLE, "no policy is loaded; try again later"));
    }

    private Asker asker(Principal subject, Optional<Instant> asOf, Optional<String> purpose) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Asker(policy, subject, purpose, asOf.orElse(now), now);
    }

    private static Optional<PolicyAction> action(String name) {
        return Arrays.stream(PolicyAction.values())
                .filter(action -> action.wireName().equals(name))
                .findFirst();
    }

    private static Optional<String> purpose(JsonObject params) {
        return params.get("purpose") instanceof JsonString purpose
                ? Optional.of(purpose.getString())
                : Optional.empty();
    }

    private static JsonObject intentParams(Intent intent) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("intent", intent.wireName())
                .build();
    }
}
