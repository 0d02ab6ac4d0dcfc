package io.writ.governance.posture;

import io.writ.governance.EdgeFacts;
import io.writ.governance.Posture;
import io.writ.governance.PostureReport;
import io.writ.governance.policy.bundle.PolicyState;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The posture of this node, looked at whenever somebody asks. */
final class LivePosture implements Posture {

    private final String node;
    private final PolicyFacts policy;
    private final LedgerFacts ledger;
    private final ReleaseFacts release;
    private final EdgeFacts edge;
    private final SortedMap<String, String> declared;

    LivePosture(PostureParts parts, Map<String, String> declared) {
        this.node = parts.node();
        this.policy = parts.policy();
        this.ledger = parts.ledger();
        this.release = parts.release();
        this.edge = parts.edge();
        this.declared = new TreeMap<>(declared);
        refuseUnknown();
    }

    @Override
    public PostureReport report() {
        PolicyState inForce = policy.state();
        SortedMap<String, String> facts = facts(inForce);
        return new PostureReport(node, facts, policy.inForce(inForce), declared, weaknesses(facts));
    }

    @Override
    public List<String> weaknesses() {
        return declared.isEmpty() ? List.of() : weaknesses(facts(policy.state()));
    }

    @Override
    public List<String> notes() {
        return policy.trouble().stream()
                .map(trouble -> trouble.flaw().code() + ": " + trouble.problem())
                .toList();
    }

    private List<String> weaknesses(Map<String, String> facts) {
        return declared.entrySet().stream()
                .filter(each -> Scale.isWeaker(facts.getOrDefault(each.getKey(), "unknown"), each.getValue()))
                .map(each -> each.getKey() + " is " + facts.getOrDefault(each.getKey(), "unknown")
                        + ", and WRIT_POSTURE declares " + each.getValue())
                .toList();
    }

    private SortedMap<String, String> facts(PolicyState inForce) {
        SortedMap<String, String> facts = new TreeMap<>(edge.facts());
        facts.putAll(policy.facts(inForce));
        facts.putAll(ledger.facts());
        facts.putAll(release.facts());
        return facts;
    }

    /** A misspelt declaration would hold for ever. */
    private void refuseUnknown() {
        SortedMap<String, String> known = facts(policy.state());
        declared.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "WRIT_POSTURE names " + name + "; known are " + String.join(", ", known.keySet()) + ".");
                });
    }
}
