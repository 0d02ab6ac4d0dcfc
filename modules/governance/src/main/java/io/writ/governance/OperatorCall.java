package io.writ.governance;

import jakarta.json.JsonObject;

/**
 * One operator call as the caller wrote it. The gateway normalises and checks the parameters; nobody before it does.
 *
 * @param operator the name as given, known or not
 */
public record OperatorCall(String operator, JsonObject params) {}
