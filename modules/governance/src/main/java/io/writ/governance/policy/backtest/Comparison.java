package io.writ.governance.policy.backtest;

import io.writ.governance.policy.ItemDecision;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.backtest.report.FlipSubject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds a candidate's answer against the base's. What is equal here is carried out equally. */
final class Comparison {

    private static final ItemDecision UNNAMED = new ItemDecision(false, "not named");

    private final Subjects subjects;

    private Comparison(JsonObject input) {
        this.subjects = new Subjects(input);
    }

    static List<Flip> of(JsonObject input, PolicyDecision base, PolicyDecision candidate) {
        return new Comparison(input).flips(base, candidate);
    }

    private List<Flip> flips(PolicyDecision base, PolicyDecision candidate) {
        return switch (base) {
            case PolicyDecision.Allow allowed -> afterAllow(allowed, candidate);
            case PolicyDecision.Deny denied -> afterDenial(denied, candidate);
            case PolicyDecision.Undecided undecided -> afterDenial(undecided, candidate);
        };
    }

    private List<Flip> afterAllow(PolicyDecision.Allow base, PolicyDecision candidate) {
        return switch (candidate) {
            case PolicyDecision.Allow allowed -> bothAllow(base, allowed);
            case PolicyDecision.Deny _ -> call(FlipKind.ALLOW_TO_DENY);
            case PolicyDecision.Undecided _ -> call(FlipKind.BECAME_UNDECIDED);
        };
    }

    private List<Flip> afterDenial(PolicyDecision base, PolicyDecision candidate) {
        return switch (candidate) {
            case PolicyDecision.Allow _ -> call(FlipKind.DENY_TO_ALLOW);
            case PolicyDecision.Deny denied -> sameVerdict(base, denied);
            case PolicyDecision.Undecided undecided ->
                base instanceof PolicyDecision.Undecided
                        ? sameVerdict(base, undecided)
                        : call(FlipKind.BECAME_UNDECIDED);
        };
    }

    private List<Flip> bothAllow(PolicyDecision.Allow base, PolicyDecision.Allow candidate) {
        List<Flip> flips = new ArrayList<>(sameVerdict(base, candidate));
        if (!base.obligations().equals(candidate.obligations()) || base.cacheable() != candidate.cacheable()) {
            flips.addAll(
                    call(isLooser(base, candidate) ? FlipKind.OBLIGATIONS_LOOSENED : FlipKind.OBLIGATIONS_CHANGED));
        }
        flips.addAll(items(base.items(), candidate.items()));
        return flips;
    }

    /** An answer that may be kept outlives what it was decided upon. */
    private static boolean isLooser(PolicyDecision.Allow base, PolicyDecision.Allow candidate) {
        return (candidate.cacheable() && !base.cacheable())
                || Loosening.isPossible(base.obligations(), candidate.obligations());
    }

    private List<Flip> items(Map<String, ItemDecision> base, Map<String, ItemDecision> candidate) {
        if (base.equals(candidate)) {
            return List.of();
        }
        Map<String, FlipSubject> known = subjects.ofItems();
        TreeSet<String> ids = new TreeSet<>(base.keySet());
        ids.addAll(candidate.keySet());
        List<Flip> flips = new ArrayList<>();
        for (String id : ids) {
            ItemDecision before = base.getOrDefault(id, UNNAMED);
            ItemDecision after = candidate.getOrDefault(id, UNNAMED);
            FlipSubject subject = known.getOrDefault(id, subjects.ofCall());
            if (before.allow() != after.allow()) {
                flips.add(new Flip(after.allow() ? FlipKind.ITEM_DENY_TO_ALLOW : FlipKind.ITEM_ALLOW_TO_DENY, subject));
            } else if (!before.reason().equals(after.reason())) {
                flips.add(new Flip(FlipKind.REASON_CHANGED, subject));
            }
        }
        return flips;
    }

    private List<Flip> sameVerdict(PolicyDecision base, PolicyDecision candidate) {
        return base.reason().equals(candidate.reason()) ? List.of() : call(FlipKind.REASON_CHANGED);
    }

    private List<Flip> call(FlipKind kind) {
        return List.of(new Flip(kind, subjects.ofCall()));
    }
}
