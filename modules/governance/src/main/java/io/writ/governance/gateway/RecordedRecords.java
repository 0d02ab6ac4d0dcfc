package io.writ.governance.gateway;

import io.writ.evidence.SharedJson;
import io.writ.governance.Caller;
import io.writ.governance.CanonicalRecord;
import io.writ.governance.RecordArchive;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Single records, with every look at one recorded before it is answered. */
final class RecordedRecords implements RecordArchive {

    private final ReadRecord reading;
    private final RecordedLook look;
    private final Clock clock;

    RecordedRecords(ReadRecord reading, RecordStage recording, Clock clock) {
        this.reading = reading;
        this.look = new RecordedLook(recording);
        this.clock = clock;
    }

    @Override
    public Optional<CanonicalRecord> canonical(Caller caller, UUID recordId) {
        RecordFindings findings = reading.perform(new RecordQuestion(caller, recordId, clock.instant()));
        return look.answer(
                "a look at a record", caller, findings.trail(), detail(findings, recordId), findings.record());
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
