package io.writ.governance;

import java.util.List;

/** One intent a caller may have, as in PECR v1; empty lists are left out on the wire. */
public record Capability(
        String id,
        String title,
        String description,
        List<String> examples,
        List<String> scopeLabels,
        List<String> viewIds,
        List<String> fieldLabels,
        List<String> dimensionLabels,
        List<String> sourceScopes,
        List<String> documentHints) {

    public Capability {
        examples = List.copyOf(examples);
        scopeLabels = List.copyOf(scopeLabels);
        viewIds = List.copyOf(viewIds);
        fieldLabels = List.copyOf(fieldLabels);
        dimensionLabels = List.copyOf(dimensionLabels);
        sourceScopes = List.copyOf(sourceScopes);
        documentHints = List.copyOf(documentHints);
    }
}
