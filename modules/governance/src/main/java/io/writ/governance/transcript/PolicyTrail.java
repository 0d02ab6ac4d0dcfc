package io.writ.governance.transcript;

import io.writ.governance.Grounds;
import io.writ.governance.policy.PolicyDecision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policy said about one call: first about the call, then, after a search, about the items found.
 *
 * @param decision absent when the call was refused before policy was asked
 * @param release absent when there was nothing to release one by one
 * @param told what the caller is told about a refusal, absent while nobody has said
 */
public record PolicyTrail(Optional<PolicyDecision> decision, Optional<PolicyDecision> release, Optional<Grounds> told) {

    /** Policy was not asked. */
    public static final PolicyTrail NOT_ASKED = new PolicyTrail(Optional.empty(), Optional.empty(), Optional.empty());

    public static PolicyTrail of(PolicyDecision decision) {
        return new PolicyTrail(Optional.of(decision), Optional.empty(), Optional.empty());
    }

    /** The same trail, with policy's word on the items found. */
    public PolicyTrail andRelease(PolicyDecision items) {
        return new PolicyTrail(decision, Optional.of(items), told);
    }

    /** The same trail, with what the caller is told about it. */
    public PolicyTrail andTold(Grounds grounds) {
        return new PolicyTrail(decision, release, Optional.of(grounds));
    }

    /** What settled the call: the release if it refused, else the decision about the call. */
    public Optional<PolicyDecision> decisive() {
        return release.filter(items -> !(items instanceof PolicyDecision.Allow)).or(() -> decision);
    }

    /** {@code allow}, {@code deny}, {@code undecided}, or {@code not_asked}. */
    public String verdict() {
        return decisive().map(PolicyTrail::verdict).orElse("not_asked");
    }

    /** All rules that contributed, in order. */
    public List<String> rules() {
        return Stream.concat(decision.stream(), release.stream())
                .flatMap(asked -> asked.rules().stream())
                .distinct()
                .toList();
    }

    /**
     * What policy was asked, as canonical JSON with a member for each question: whoever replays a search needs both.
     * Empty when it was not asked.
     */
    Optional<String> asked() {
        return decision.map(first -> "{\"decision\":" + input(first)
                + release.map(second -> ",\"release\":" + input(second)).orElse("")
                + "}");
    }

    private static String input(PolicyDecision decision) {
        return decision.provenance().asked().canonical();
    }

    private static String verdict(PolicyDecision decision) {
        return switch (decision) {
            case PolicyDecision.Allow _ -> "allow";
            case PolicyDecision.Deny _ -> "deny";
            case PolicyDecision.Undecided _ -> "undecided";
        };
    }
}
