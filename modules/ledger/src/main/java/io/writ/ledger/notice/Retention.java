package io.writ.ledger.notice;

import jakarta.json.JsonObject;

/** Bodies were retired. What it says is the matter of whoever retires. */
public record Retention(JsonObject json) implements Notice {

    @Override
    public NoticeKind kind() {
        return NoticeKind.RETENTION;
    }
}
