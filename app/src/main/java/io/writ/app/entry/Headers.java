package io.writ.app.entry;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Request headers without null. */
final class Headers {

    private Headers() {}

    /** The value, or an empty text. */
    static String of(ContainerRequestContext request, String name) {
        String value = request.getHeaderString(name);
        return value == null ? "" : value;
    }
}
