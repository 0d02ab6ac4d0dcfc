package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.GovernanceException;
import io.writ.governance.RunWrits;
import io.writ.governance.SessionId;
import io.writ.governance.WritOutcome;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;

/** Hands out writs, and records each one as a look into the archive before it is handed out. */
final class RecordedWrits implements RunWrits {

    private final ReadWrit reading;
    private final WritIssue issue;
    private final RecordStage recording;
    private final Clock clock;

    RecordedWrits(ReadWrit reading, WritIssue issue, RecordStage recording, Clock clock) {
        this.reading = reading;
        this.issue = issue;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public WritOutcome of(Caller caller, SessionId run) {
        WritFindings findings = reading.perform(new WritQuestion(caller, run, clock.instant()));
        WritOutcome outcome = findings.material().map(issue::of).orElseGet(WritOutcome.Unknown::new);
        boolean allowed = findings.trail().verdict().equals("allow");
        Deed deed = Deed.withoutData(
                        Event.READ_ARCHIVE,
                        Optional.empty(),
                        findings.trail(),
                        allowed ? "answered" : "policy_denied",
                        allowed ? TerminalMode.SUPPORTED : TerminalMode.INSUFFICIENT_PERMISSION)
                .with(detail(outcome));
        return switch (recording.records().note(recording.row(Circumstances.outside(caller), deed))) {
            case Attempt.Recorded<Integer> _ -> outcome;
            case Attempt.Closed<Integer> _, Attempt.Lost<Integer> _ ->
                throw new GovernanceException("recording that a writ is handed out");
        };
    }

    /** Whose run was handed out and in which file; of a run that was not, nothing. */
    private static JsonObject detail(WritOutcome outcome) {
        JsonArrayBuilder shown = SharedJson.PROVIDER.createArrayBuilder();
        JsonObjectBuilder detail = SharedJson.PROVIDER.createObjectBuilder();
        boolean issued = outcome instanceof WritOutcome.Issued;
        if (outcome instanceof WritOutcome.Issued(SessionId run, String envelope)) {
            shown.add(run.value());
            detail.add("writ_sha256", Digest.of(envelope).hex());
        }
        return detail.add("full_record", issued ? JsonValue.TRUE : JsonValue.FALSE)
                .add("sessions_shown", shown)
                .build();
    }
}
