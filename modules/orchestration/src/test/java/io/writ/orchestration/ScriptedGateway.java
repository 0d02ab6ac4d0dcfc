package io.writ.orchestration;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.Digest;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.Outcome;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Gateway;
import io.writ.governance.Opening;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.Session;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionId;
import io.writ.governance.SessionRequest;
import io.writ.governance.SessionToken;
import io.writ.governance.Submission;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A gateway that answers as told, and a gate that accepts every supported claim and counts all of them. */
public final class ScriptedGateway implements Gateway {

    public final List<OperatorCall> calls = new CopyOnWriteArrayList<>();
    public final List<SessionRequest> requests = new ArrayList<>();
    public final List<Submission> submissions = new ArrayList<>();

    private final Deque<Opening> openings = new ArrayDeque<>();
    private final Function<OperatorCall, OperatorOutcome> script;

    public ScriptedGateway(Function<OperatorCall, OperatorOutcome> script) {
        this.script = script;
    }

    /** Refusals that come before the session opens. */
    public ScriptedGateway refusingFirst(Opening... refusals) {
        openings.addAll(List.of(refusals));
        return this;
    }

    @Override
    public Opening open(Caller caller, SessionRequest request) {
        requests.add(request);
        return openings.isEmpty() ? opened(caller, request) : openings.removeFirst();
    }

    @Override
    public OperatorOutcome call(Caller caller, SessionAccess access, OperatorCall call) {
        calls.add(call);
        return script.apply(call);
    }

    @Override
    public FinalizeOutcome finish(Caller caller, SessionAccess access, Submission submission) {
        submissions.add(submission);
        List<Claim> claims = submission.claims().claims();
        List<JudgedClaim> judged = claims.stream().map(ScriptedGateway::judged).toList();
        long supported = claims.stream()
                .filter(claim -> claim.status() == ClaimStatus.SUPPORTED)
                .count();
        double coverage = claims.isEmpty() ? 0 : (double) supported / claims.size();
        Outcome outcome = outcome(submission.claims().terminalMode(), judged, supported, coverage);
        return new FinalizeOutcome.Finalized(
                caller.traceId(), outcome, submission.claims(), judged, 0.95, coverage, submission.responseText());
    }

    private static Outcome outcome(TerminalMode mode, List<JudgedClaim> judged, long supported, double coverage) {
        if (supported > 0) {
            return coverage >= 0.95 ? new Outcome.Supported(judged) : new Outcome.InsufficientEvidence(judged);
        }
        return switch (mode) {
            case SUPPORTED, INSUFFICIENT_EVIDENCE -> new Outcome.InsufficientEvidence(judged);
            case INSUFFICIENT_PERMISSION -> new Outcome.InsufficientPermission("denied");
            case SOURCE_UNAVAILABLE -> new Outcome.SourceUnavailable("a source");
        };
    }

    private static JudgedClaim judged(Claim claim) {
        ClaimVerdict verdict =
                claim.status() == ClaimStatus.SUPPORTED ? ClaimVerdict.SUPPORTED : ClaimVerdict.NOT_FOUND;
        return new JudgedClaim(Digest.of(claim.text()), claim, verdict, "as told");
    }

    private static Opening opened(Caller caller, SessionRequest request) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        Session session = new Session(
                new SessionId("01JSESSION"),
                caller.traceId(),
                new PolicySnapshotRef("snapshot", Digest.of("policy")),
                request.budget(),
                now,
                now.plusSeconds(900));
        return new Opening.Opened(session, new SessionToken("secret"));
    }
}
