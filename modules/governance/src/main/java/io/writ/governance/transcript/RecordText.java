package io.writ.governance.transcript;

import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceUnit;
import io.writ.governance.SessionId;
import io.writ.governance.persistence.Standing;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The canonical text of one record. Its members are the format: they are added in the order of their names, and a name
 * is never reused for something else.
 */
record RecordText(Circumstances where, Deed deed, Standing standing, People people) {

    static final String TYPE = "https://writ.io/record/v1";

    String text(UUID id, Instant now, String blind) {
        AscendingJson record = new AscendingJson().objects("actor_chain", people.chain());
        if (standing.afterEnd()) {
            record.canonical("after_end", "true");
        }
        record.member("blind", blind)
                .member("closes", standing.closes().map(UUID::toString))
                .member("detail", deed.detail())
                .member("due_at", dueAt())
                .member("event", deed.event().wireName())
                .objects("evidence", evidence(deed.evidence()))
                .member("kind", standing.wireName())
                .member("label", PolicyText.label(deed.label()))
                .members("obligations", PolicyText.obligations(deed.policy()))
                .member("occurred_at", now.toString());
        call(record);
        where(record, id);
        return record.member("trace_parent", where.caller().traceParent().header())
                .member("type", TYPE)
                .member("verdict", deed.policy().verdict())
                .close()
                .toString();
    }

    private void call(AscendingJson record) {
        Optional<Deed.Request> request = deed.request();
        record.member("operator", request.map(Deed.Request::operator)).member("outcome", deed.outcome());
        request.ifPresent(asked -> record.member("params_bytes", asked.paramsBytes())
                .member("params_sha256", asked.paramsDigest().map(Object::toString)));
        record.members("policy", PolicyText.decision(deed.policy()))
                .members("policy_release", PolicyText.release(deed.policy()))
                .member("principal", people.principal())
                .member("purpose", where.session().flatMap(SessionFacts::purpose))
                .member("reason", deed.reason());
    }

    private void where(AscendingJson record, UUID id) {
        record.member("record_id", id.toString())
                .member("request_id", where.caller().requestId())
                .member("result_bytes", deed.resultBytes())
                .texts("rules", deed.policy().rules())
                .members("run", run())
                .member(
                        "session_id",
                        where.session()
                                .map(SessionFacts::key)
                                .map(SessionKey::session)
                                .map(SessionId::value))
                .member("tenant", where.caller().principal().tenant().value())
                .member("terminal_mode", deed.mode().name())
                .member("trace_id", where.traceId());
    }

    private Optional<String> dueAt() {
        return standing instanceof Standing.Intent(Instant dueAt) ? Optional.of(dueAt.toString()) : Optional.empty();
    }

    /** What is committed of the run that this ends. */
    private Optional<AscendingJson> run() {
        return standing instanceof Standing.Ending ending
                ? ending.run()
                        .map(counts -> new AscendingJson()
                                .member("answered", counts.answered())
                                .member("evidence", counts.evidence())
                                .member("leaves_sha256", ending.leaves().map(Digest::hex))
                                .member("records", counts.records()))
                : Optional.empty();
    }

    private static List<AscendingJson> evidence(List<EvidenceUnit> units) {
        return units.stream()
                .map(unit -> new AscendingJson()
                        .member("content_hash", unit.contentHash().hex())
                        .member("id", unit.id().hex()))
                .toList();
    }
}
