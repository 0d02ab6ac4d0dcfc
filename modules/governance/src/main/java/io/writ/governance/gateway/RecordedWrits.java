package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.Caller;
import io.writ.governance.RunWrits;
import io.writ.governance.SessionId;
import io.writ.governance.WritOutcome;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;

/** Hands out writs, and records each one as a look into the archive before it is handed out. */
final class RecordedWrits implements RunWrits {

    private final ReadWrit reading;
    private final WritIssue issue;
    private final RecordedLook look;
    private final Clock clock;

    RecordedWrits(ReadWrit reading, WritIssue issue, RecordStage recording, Clock clock) {
        this.reading = reading;
        this.issue = issue;
        this.look = new RecordedLook(recording);
        this.clock = clock;
    }

    @Override
    public WritOutcome of(Caller caller, SessionId run) {
        WritFindings findings = reading.perform(new WritQuestion(caller, run, clock.instant()));
        WritOutcome outcome = findings.material().map(issue::of).orElseGet(WritOutcome.Unknown::new);
        return look.answer("that a writ is handed out", caller, findings.trail(), detail(outcome), outcome);
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
