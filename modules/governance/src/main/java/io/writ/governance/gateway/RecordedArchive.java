package io.writ.governance.gateway;

import io.writ.evidence.SharedJson;
import io.writ.governance.Caller;
import io.writ.governance.RunArchive;
import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import io.writ.governance.SessionId;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The archive, with every look into it recorded before it is answered. */
final class RecordedArchive implements RunArchive {

    /** A page of a console; whoever wants everything verifies the ledger instead. */
    private static final int RUNS_MAX = 200;

    private final ReadArchive archive;
    private final RecordedLook look;
    private final Clock clock;

    RecordedArchive(ReadArchive archive, RecordStage recording, Clock clock) {
        this.archive = archive;
        this.look = new RecordedLook(recording);
        this.clock = clock;
    }

    @Override
    public List<RunSummary> recent(Caller caller, int limit) {
        return look(caller, Optional.empty(), Math.clamp(limit, 1, RUNS_MAX)).runs();
    }

    @Override
    public Optional<RunRecord> run(Caller caller, SessionId session) {
        return look(caller, Optional.of(session), 1).run();
    }

    /** Whose runs were seen: the sessions that were shown, never an id that only the caller made up. */
    private static JsonObject detail(ArchiveFindings findings) {
        JsonArrayBuilder shown = SharedJson.PROVIDER.createArrayBuilder();
        Stream.concat(findings.runs().stream(), findings.run().map(RunRecord::summary).stream())
                .map(run -> run.session().value())
                .forEach(shown::add);
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("full_record", findings.run().isPresent() ? JsonValue.TRUE : JsonValue.FALSE)
                .add("sessions_shown", shown)
                .build();
    }

    private ArchiveFindings look(Caller caller, Optional<SessionId> session, int limit) {
        ArchiveFindings findings = archive.perform(new ArchiveQuestion(caller, session, limit, clock.instant()));
        return look.answer("a look into the archive", caller, findings.trail(), detail(findings), findings);
    }
}
