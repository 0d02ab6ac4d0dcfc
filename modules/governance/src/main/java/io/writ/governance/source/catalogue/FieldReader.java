package io.writ.governance.source.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Set;

/** Reads one field of a view. */
final class FieldReader {

    private static final Set<String> MEMBERS =
            Set.of("name", "title", "words", "values", "pattern", "filterable", "groupable", "type");

    private FieldReader() {}

    static Field read(Node node) {
        node.allowOnly(MEMBERS);
        return new Field(
                Names.plain(node, "name"),
                node.text("title"),
                node.texts("words"),
                node.has("values") ? node.texts("values") : List.of(),
                node.has("pattern") ? pattern(node) : "",
                node.flag("filterable"),
                node.flag("groupable"),
                Labels.one(node, "type", FieldType.values(), FieldType::wireName));
    }

    /** A pattern meets whatever people type; RE2's language has none that takes exponential time. */
    private static String pattern(Node node) {
        String pattern = node.text("pattern");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException refused) {
            node.problems().add(node.at("pattern"), "is not an RE2 pattern: " + refused.getDescription());
        }
        return pattern;
    }
}
