package io.writ.evidence;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * One change made to evidence after it was read, such as a redaction.
 *
 * @param type for instance {@code redaction}
 * @param hash digest of the parameters in PECR canonical form
 */
public record TransformStep(String type, Digest hash, Optional<JsonObject> params) {}
