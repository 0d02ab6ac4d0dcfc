package io.writ.app.rest;

import io.writ.app.json.JsonMembers;
import io.writ.evidence.WireFormatException;
import io.writ.evidence.WireTime;
import java.time.Instant;
import java.util.Optional;

/** The member {@code as_of_time}: twenty characters that name a real second, or absent, or blank. */
final class AsOfTime {

    private static final String NAME = "as_of_time";

    private AsOfTime() {}

    static Optional<Instant> in(JsonMembers body) {
        return body.optionalText(NAME).filter(text -> !text.isBlank()).map(text -> parse(body, text));
    }

    private static Instant parse(JsonMembers body, String text) {
        try {
            return WireTime.parse(text);
        } catch (WireFormatException wrong) {
            throw body.wrong(NAME, "must be a real moment written like 2026-01-31T23:59:59Z");
        }
    }
}
