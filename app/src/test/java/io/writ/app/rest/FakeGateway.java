package io.writ.app.rest;

import io.writ.evidence.Budget;
import io.writ.evidence.Digest;
import io.writ.evidence.Outcome;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.DecisionView;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Gateway;
import io.writ.governance.Grounds;
import io.writ.governance.Opening;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Session;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionId;
import io.writ.governance.SessionRequest;
import io.writ.governance.SessionToken;
import io.writ.governance.SpentView;
import io.writ.governance.Submission;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets every call through and notes it, except for an operator named {@code broken}. */
final class FakeGateway implements Gateway {

    static final DecisionView ALLOWED = new DecisionView(
            Optional.of("decision-1"),
            true,
            false,
            "granted",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "1",
            Grounds.UNASKED);

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final List<Object> seen = new ArrayList<>();

    @Override
    public Opening open(Caller caller, SessionRequest request) {
        seen.add(request);
        Budget budget = request.budget();
        PolicySnapshotRef snapshot = new PolicySnapshotRef("snapshot", Digest.of("snapshot"));
        return new Opening.Opened(
                new Session(new SessionId("session"), caller.traceId(), snapshot, budget, NOON, NOON),
                new SessionToken("token"));
    }

    @Override
    public OperatorOutcome call(Caller caller, SessionAccess access, OperatorCall call) {
        seen.add(access);
        seen.add(call);
        return call.operator().equals("broken")
                ? new OperatorOutcome.Refused(Refusal.of(RefusalReason.BUDGET_EXCEEDED, "Spent."))
                : new OperatorOutcome.Answered(
                        TerminalMode.SUPPORTED,
                        JsonObject.EMPTY_JSON_OBJECT,
                        List.of(),
                        Optional.of("nothing"),
                        ALLOWED,
                        new SpentView(1, 20));
    }

    @Override
    public FinalizeOutcome finish(Caller caller, SessionAccess access, Submission submission) {
        seen.add(submission);
        return new FinalizeOutcome.Finalized(
                "trace-of-the-session",
                new Outcome.InsufficientEvidence(List.of()),
                submission.claims(),
                List.of(),
                0.95,
                0,
                "nothing is known");
    }
}
