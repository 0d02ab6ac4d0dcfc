package io.writ.ledger.notice;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;

/**
 * What every notice carries.
 *
 * @param id of the notice, and the record id of its entry
 * @param noticedAt by the clock of whoever wrote it: information, never an ordering key
 */
public record Envelope(UUID id, Instant noticedAt) {

    static final String TYPE = "https://writ.io/notice/v1";

    JsonObjectBuilder opened(NoticeKind kind) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", TYPE)
                .add("kind", kind.wireName())
                .add("record_id", id.toString())
                .add("noticed_at", noticedAt.toString());
    }
}
