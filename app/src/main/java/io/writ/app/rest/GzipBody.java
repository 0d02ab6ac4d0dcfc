package io.writ.app.rest;

import io.writ.app.rest.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;

/** A request body that is a gzipped archive. */
final class GzipBody {

    private static final String TYPE = "application/gzip";

    private GzipBody() {}

    static boolean isAnnounced(HttpHeaders headers) {
        String type = headers.getHeaderString("Content-Type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE);
    }

    static byte[] read(HttpHeaders headers, InputStream body) {
        byte[] archive = JsonBody.bounded(headers.getLength(), body);
        if (archive.length == 0) {
            throw ProblemException.invalid("", "must be a bundle archive");
        }
        return archive;
    }
}
