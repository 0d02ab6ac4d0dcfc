package io.writ.governance.gateway;

import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.CanonicalRecord;
import io.writ.governance.GovernanceException;
import io.writ.governance.RecordArchive;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Single records, with every look at one recorded before it is answered. */
final class RecordedRecords implements RecordArchive {

    private final ReadRecord reading;
    private final RecordStage recording;
    private final Clock clock;

    RecordedRecords(ReadRecord reading, RecordStage recording, Clock clock) {
        this.reading = reading;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public Optional<CanonicalRecord> canonical(Caller caller, UUID recordId) {
        RecordFindings findings = reading.perform(new RecordQuestion(caller, recordId, clock.instant()));
        boolean allowed = findings.trail().verdict().equals("allow");
        Deed deed = Deed.withoutData(
                        Event.READ_ARCHIVE,
                        Optional.empty(),
                        findings.trail(),
                        allowed ? "answered" : "policy_denied",
                        allowed ? TerminalMode.SUPPORTED : TerminalMode.INSUFFICIENT_PERMISSION)
                .with(detail(findings, recordId));
        return switch (recording.records().note(recording.row(Circumstances.outside(caller), deed))) {
            case Attempt.Recorded<Integer> _ -> findings.record();
            case Attempt.Closed<Integer> _, Attempt.Lost<Integer> _ ->
                throw new GovernanceException("recording a look at a record");
        };
    }

    /** Which record was shown: never an id that only the caller made up. */
    private static JsonObject detail(RecordFindings findings, UUID recordId) {
        JsonArrayBuilder shown = SharedJson.PROVIDER.createArrayBuilder();
        findings.record().ifPresent(_ -> shown.add(recordId.toString()));
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("full_record", findings.record().isPresent() ? JsonValue.TRUE : JsonValue.FALSE)
                .add("records_shown", shown)
                .build();
    }
}
