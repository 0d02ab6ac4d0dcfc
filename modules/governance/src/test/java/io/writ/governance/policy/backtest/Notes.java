package io.writ.governance.policy.backtest;

import io.writ.evidence.Classification;
import io.writ.evidence.TerminalMode;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.PlainRecording;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.persistence.TestLanes;
import io.writ.governance.policy.Asking;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.policy.Resource;
import io.writ.governance.policy.ShippedPolicy;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import io.writ.governance.transcript.Scribe;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions of the shipped policy, written down as the gateway writes them, for a tenant of their own. */
final class Notes {

    static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    final TenantId tenant = Samples.freshTenant();

    private final PolicyDecisionPoint policy = ShippedPolicy.decisionPoint();
    private final Scribe scribe = new Scribe(CLOCK, new SecureRandom());
    private final Records records = Records.oneByOne(
            new PlainRecording(TestDatabase.app()), new TestLanes(), TestDatabase.app(), TestDatabase.keys());

    /** One role, one document. */
    UUID fetch(String role, String collection, String id, Classification classification) {
        return ask(Asking.call(Asking.principal(role), "fetch_span", Asking.document(collection, id, classification)));
    }

    UUID rows(String role, String view, Classification classification, String... fields) {
        return ask(Asking.call(Asking.principal(role), "fetch_rows", Asking.view(view, classification, fields)));
    }

    /** A search that found one public and one restricted document. */
    UUID search(String role) {
        List<Resource> found = List.of(
                Asking.document("public", "public/support_policy.txt", Classification.PUBLIC),
                Asking.document("restricted", "restricted/restricted_1.txt", Classification.RESTRICTED));
        Resource corpus = new Resource.Corpus("", Asking.label(Classification.PUBLIC));
        PolicyDecision first = policy.decide(Asking.call(Asking.principal(role), "search", corpus));
        PolicyDecision second = policy.decide(Asking.release(Asking.principal(role), found));
        return note(PolicyTrail.of(first).andRelease(second));
    }

    /** A question that no engine sees: two items of one name. */
    UUID unaskable(String role) {
        Resource twice = Asking.document("public", "public/a.txt", Classification.PUBLIC);
        return ask(Asking.release(Asking.principal(role), List.of(twice, twice)));
    }

    UUID ask(PolicyRequest request) {
        return note(PolicyTrail.of(policy.decide(request)));
    }

    /** Something that policy was not asked about. */
    UUID unasked() {
        return note(PolicyTrail.NOT_ASKED);
    }

    Walk newest(long decisionsMax) {
        return new Walk(new RecordedInputs(TestDatabase.auditor()), Optional.of(tenant), decisionsMax);
    }

    Walk all() {
        return newest(Long.MAX_VALUE);
    }

    /** Changes what is stored behind the back of everybody. */
    void tamper(UUID decision, String column, String expression) {
        int changed = TestDatabase.tamper(
                "update writ.decision set " + column + " = " + expression + " where decision_id = '" + decision + "'");
        if (changed != 1) {
            throw new IllegalStateException("there is no decision " + decision);
        }
    }

    private UUID note(PolicyTrail trail) {
        Deed deed = Deed.withoutData(Event.OPERATOR_CALL, Optional.empty(), trail, "answered", TerminalMode.SUPPORTED);
        DecisionRow row = scribe.write(Circumstances.outside(Samples.caller(tenant, "dev")), deed);
        if (!(records.note(row) instanceof Attempt.Recorded<Integer>)) {
            throw new IllegalStateException("the decision could not be recorded");
        }
        return row.id();
    }
}
