package io.writ.governance.policy.remote;

import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What OPA sent, not yet believed. */
final class OpaReply {

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    /** How OPA's codes of a failed evaluation begin, for instance {@code eval_conflict_error}. */
    private static final String EVALUATION = "eval_";

    private final int status;
    private final byte[] body;

    OpaReply(int status, byte[] body) {
        this.status = status;
        this.body = body.clone();
    }

    int status() {
        return status;
    }

    boolean isOk() {
        return status == OK;
    }

    /**
     * Whether the policy itself failed: rules contradicted each other, or a builtin refused its operands. The server is
     * in order then, and asking it something else may well succeed.
     */
    boolean isEvaluationError() {
        return status == SERVER_ERROR
                && document()
                        .map(error -> error.get("errors"))
                        .filter(errors -> errors.getValueType() == JsonValue.ValueType.ARRAY)
                        .stream()
                        .flatMap(errors -> errors.asJsonArray().stream())
                        .anyMatch(error -> error instanceof JsonObject object
                                && object.getString("code", "").startsWith(EVALUATION));
    }

    /** The body, if it is one JSON object that two readers would understand alike. */
    Optional<JsonObject> document() {
        try {
            return Optional.of(StrictJson.parseObject(body));
        } catch (WireFormatException malformed) {
            return Optional.empty();
        }
    }
}
