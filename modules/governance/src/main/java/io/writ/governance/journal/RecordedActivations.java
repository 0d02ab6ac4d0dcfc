package io.writ.governance.journal;

import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import io.writ.governance.persistence.ActivationRows;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.Records;
import io.writ.governance.policy.bundle.Activation;
import io.writ.governance.policy.bundle.ActivationEvent;
import io.writ.governance.policy.bundle.ActivationJournal;
import io.writ.governance.policy.bundle.RuleSet;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import io.writ.governance.transcript.Scribe;
import io.writ.governance.transcript.SystemCaller;
import java.util.List;
import java.util.Optional;

/** Activations as decisions of the system's own tenant, with a ledger entry each. */
final class RecordedActivations implements ActivationJournal {

    private final Scribe scribe;
    private final Records records;
    private final ActivationRows rows;
    private final SystemCaller caller;

    RecordedActivations(Scribe scribe, Records records, ActivationRows rows, SystemCaller caller) {
        this.scribe = scribe;
        this.records = records;
        this.rows = rows;
        this.caller = caller;
    }

    @Override
    public boolean record(ActivationEvent event) {
        DecisionRow row = scribe.write(Circumstances.outside(caller.next()), deed(event));
        return switch (records.note(row)) {
            case Attempt.Recorded<Integer> _ -> true;
            case Attempt.Closed<Integer> _, Attempt.Lost<Integer> _ -> false;
        };
    }

    @Override
    public Optional<Activation> newest() {
        return rows.newest(SystemCaller.TENANT).map(row -> new Activation(new RuleSet(row.ruleSet()), row.bundle()));
    }

    @Override
    public boolean hasActivated(Digest bundle) {
        return rows.hasActivated(SystemCaller.TENANT, bundle);
    }

    private static Deed deed(ActivationEvent event) {
        return switch (event) {
            case ActivationEvent.Activated _ -> deed(event, "activated", "activated", TerminalMode.SUPPORTED);
            case ActivationEvent.Refused refused ->
                deed(event, refused.flaw().code(), "refused", TerminalMode.INSUFFICIENT_PERMISSION);
        };
    }

    private static Deed deed(ActivationEvent event, String reason, String outcome, TerminalMode mode) {
        return new Deed(
                Event.ACTIVATE_POLICY,
                Optional.empty(),
                PolicyTrail.NOT_ASKED,
                reason,
                outcome,
                mode,
                Label.NONE,
                0,
                List.of(),
                ActivationDetail.of(event));
    }
}
