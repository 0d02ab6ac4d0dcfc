package io.writ.governance.source.catalogue;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.governance.source.catalogue.Collection.DocumentOverride;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads one collection. */
final class CollectionReader {

    private static final Set<String> MEMBERS = Set.of(
            "name",
            "title",
            "prefix",
            "words",
            "classification",
            "origin",
            "listed",
            "audience",
            "tenant",
            "documents");
    private static final Set<String> OVERRIDE_MEMBERS = Set.of("classification", "audience");

    private CollectionReader() {}

    static Collection read(Node node) {
        node.allowOnly(MEMBERS);
        String prefix = Names.folder(node, "prefix");
        Label label = Labels.label(node);
        List<String> audience = node.texts("audience");
        return new Collection(
                Names.plain(node, "name"),
                node.text("title"),
                prefix,
                node.texts("words"),
                label,
                node.flag("listed"),
                audience,
                Tenancy.tenant(node),
                node.has("documents") ? overrides(node, prefix, label, audience) : Map.of());
    }

    private static Map<String, DocumentOverride> overrides(
            Node node, String prefix, Label label, List<String> audience) {
        Map<String, DocumentOverride> overrides = new TreeMap<>();
        node.members("documents").forEach((objectId, own) -> {
            own.allowOnly(OVERRIDE_MEMBERS);
            if (!objectId.startsWith(prefix) || objectId.length() == prefix.length()) {
                own.problems().add(own.pointer(), "is not below the prefix " + prefix);
            }
            if (own.object().isEmpty()) {
                own.problems().add(own.pointer(), "changes nothing; name a classification or an audience");
            }
            Classification classification =
                    own.has("classification") ? Labels.classification(own) : label.classification();
            overrides.put(
                    objectId,
                    new DocumentOverride(
                            new Label(classification, label.origin()),
                            own.has("audience") ? own.texts("audience") : audience));
        });
        return overrides;
    }
}
