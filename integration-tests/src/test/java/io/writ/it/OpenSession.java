package io.writ.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** A session that a test opened, and calls within it. */
record OpenSession(Api api, String id) {

    static OpenSession open(Api api) {
        return open(api, 50, 1_048_576);
    }

    static OpenSession open(Api api, int callsMax, int bytesMax) {
        return open(api, budget(callsMax, bytesMax));
    }

    static OpenSession open(Api api, String budget) {
        Answer opened = api.post("/v1/sessions", "{\"budget\":" + budget + "}");
        if (opened.status() != 200) {
            throw new IllegalStateException("opening a session: " + opened.status() + " " + opened.text());
        }
        return new OpenSession(
                api.with("x-pecr-session-token", opened.header("x-pecr-session-token")),
                opened.json().getString("session_id"));
    }

    static String budget(int callsMax, int bytesMax) {
        return "{\"max_operator_calls\":" + callsMax + ",\"max_bytes\":" + bytesMax
                + ",\"max_wallclock_ms\":60000,\"max_recursion_depth\":5}";
    }

    OpenSession as(Api other) {
        return new OpenSession(other, id);
    }

    Answer call(String operator, String params) {
        return api.post("/v1/operators/" + operator, "{\"session_id\":\"" + id + "\",\"params\":" + params + "}");
    }

    /** Finalizes with one claim that cites the ids. */
    Answer finish(String claimText, String status, List<String> evidenceIds) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        evidenceIds.forEach(ids::add);
        JsonObject claim = Json.createObjectBuilder()
                .add("claim_id", "c1")
                .add("claim_text", claimText)
                .add("status", status)
                .add("evidence_unit_ids", ids)
                .build();
        JsonObject map = Json.createObjectBuilder()
                .add("claim_map_id", "m1")
                .add("terminal_mode", "SUPPORTED")
                .add("claims", Json.createArrayBuilder().add(claim))
                .add("coverage_threshold", 0.95)
                .add("coverage_observed", 1.0)
                .build();
        return finish(map);
    }

    Answer finish(JsonValue claimMap) {
        return api.post(
                "/v1/finalize",
                Json.createObjectBuilder()
                        .add("session_id", id)
                        .add("response_text", "whatever the caller likes")
                        .add("claim_map", claimMap)
                        .build()
                        .toString());
    }
}
