package io.writ.governance.source.query;

import io.writ.governance.source.SourceQuery;

/** Reads the parameters of {@code fetch_span} and {@code list_versions}. */
final class DocumentParams {

    private DocumentParams() {}

    static SourceQuery span(Params params) {
        return new SourceQuery.Span(objectId(params), params.position("start_byte"), params.position("end_byte"));
    }

    static SourceQuery versions(Params params) {
        return new SourceQuery.Versions(objectId(params));
    }

    private static String objectId(Params params) {
        String id = Words.resourceId("object_id", params.requiredText("object_id"));
        if (id.isEmpty()) {
            throw new InvalidParams("object_id", "must not be blank");
        }
        return params.normalise("object_id", id);
    }
}
