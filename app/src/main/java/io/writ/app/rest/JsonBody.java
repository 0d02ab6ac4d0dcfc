package io.writ.app.rest;

import io.writ.app.json.JsonMembers;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.evidence.JsonExtent;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request body, read by hand: a framework would answer a malformed one before anybody asked who sends it. */
public final class JsonBody {

    /** PECR's limit. The largest honest body is a claim map, and those stay far below. */
    static final int BYTES_MAX = 2 * 1024 * 1024;

    /** Past it a small body would be a large part of the memory; no honest one has a tenth. */
    private static final int VALUES_MAX = 300_000;

    private JsonBody() {}

    public static JsonMembers read(HttpHeaders headers, InputStream body) {
        return JsonMembers.of(document(headers, body));
    }

    /** The whole body, for those who hand parts of it on. */
    public static JsonObject document(HttpHeaders headers, InputStream body) {
        requireJson(headers.getHeaderString("Content-Type"));
        byte[] bytes = bounded(headers.getLength(), body);
        if (JsonExtent.values(bytes) > VALUES_MAX) {
            throw ProblemException.invalid("", "holds more than " + VALUES_MAX + " JSON values");
        }
        return StrictJson.parseObject(bytes);
    }

    /** Read as text: a malformed media type would fail inside the framework. */
    private static void requireJson(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(MediaType.APPLICATION_JSON)) {
            throw ProblemException.invalid("", "must be sent with Content-Type: application/json");
        }
    }

    static byte[] bounded(int announced, InputStream body) {
        if (announced > BYTES_MAX) {
            throw tooLarge();
        }
        try {
            byte[] bytes = body.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException gone) {
            throw ProblemException.invalid("", "could not be read to its end");
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of(ProblemType.BODY_TOO_LARGE, "The body exceeds 2 MiB."));
    }
}
