package io.writ.governance.disclosure;

import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.policy.Hypothetical;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.Provenance;
import io.writ.governance.source.catalogue.Catalogue;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says what a caller may be told about how a decision came about. A denial is explained as it would have been if the
 * catalogue held nothing but what anybody of the tenant may know: so it is the same for a document that exists, for one
 * that does not, and for a source that is kept secret. Where that policy question has another answer, nothing is told; and what would have to be different is told
 * of listed sources only, because policy knows the others by name.
 */
public final class Disclosure {

    /** The same words for everything that is kept back, so that they tell nothing by themselves. */
    public static final Explanation WITHHELD =
            new Explanation.Opaque("not told to the caller: it could show what exists");

    private static final Explanation UNDECIDED = new Explanation.Opaque("policy gave no usable answer");

    private final PolicyDecisionPoint policy;
    private final Supplier<Catalogue> catalogue;

    public Disclosure(PolicyDecisionPoint policy, Supplier<Catalogue> catalogue) {
        this.policy = policy;
        this.catalogue = catalogue;
    }

    /** The explanation alone. */
    public Grounds grounds(PolicyDecision decision) {
        return told(decision, false);
    }

    /** For a denial also what would have to be different; this asks policy many times over. */
    public Grounds advice(PolicyDecision decision) {
        return told(decision, true);
    }

    private Grounds told(PolicyDecision decision, boolean advising) {
        return switch (decision) {
            case PolicyDecision.Allow allow -> Grounds.of(allow.provenance().explanation());
            case PolicyDecision.Undecided _ -> Grounds.of(UNDECIDED);
            case PolicyDecision.Deny deny -> refusal(deny, advising);
        };
    }

    private Grounds refusal(PolicyDecision.Deny deny, boolean advising) {
        Provenance decided = deny.provenance();
        if (aboutFindings(decided.input())) {
            return Grounds.of(WITHHELD);
        }
        Optional<PublicFace> face = PublicFace.of(decided.input(), catalogue.get());
        Optional<Hypothetical> again = policy.reconsider(decided);
        if (face.isEmpty()) {
            return new Grounds(
                    decided.explanation(), advising ? again.flatMap(Hypothetical::leastChange) : Optional.empty());
        }
        boolean advised = advising && face.get().listed();
        return again.map(question -> question.about(face.get().resource()))
                .filter(question -> refusesAlike(question.decision(), deny))
                .map(question -> new Grounds(
                        question.decision().provenance().explanation(),
                        advised ? question.leastChange() : Optional.empty()))
                .orElseGet(() -> Grounds.of(unexplained(decided)));
    }

    private static boolean refusesAlike(PolicyDecision told, PolicyDecision.Deny deny) {
        return told instanceof PolicyDecision.Deny && told.reason().equals(deny.reason());
    }

    /** An engine that explains nothing explains nothing of anything, so that may be told. */
    private static Explanation unexplained(Provenance decided) {
        return switch (decided.explanation()) {
            case Explanation.Opaque opaque -> opaque;
            case Explanation.Traced _ -> WITHHELD;
        };
    }

    /** A question about what a search has found: that it found something is not to be told. */
    private static boolean aboutFindings(JsonObject input) {
        return input.getString("action", "").equals(PolicyAction.RELEASE_ITEMS.wireName());
    }
}
