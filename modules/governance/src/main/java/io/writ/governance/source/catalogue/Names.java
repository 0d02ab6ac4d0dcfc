package io.writ.governance.source.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for names in the file. */
final class Names {

    /** PostgreSQL cuts longer identifiers silently, so two of them could become one. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final Pattern FOLDER = Pattern.compile("([A-Za-z0-9_.-]+/)+");
    private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}/");

    private Names() {}

    /** Reads an identifier: lower case, plain enough to stand in SQL. */
    static String plain(Node node, String member) {
        String name = node.text(member);
        if (!name.isEmpty() && !PLAIN.matcher(name).matches()) {
            node.problems()
                    .add(node.at(member), "must be lower-case letters, digits and _, at most 63, a letter first");
        }
        return name;
    }

    /** Reads a prefix: folders in normal form with a slash at the end, so that one cannot be the start of a sibling. */
    static String folder(Node node, String member) {
        String prefix = node.text(member);
        if (!prefix.isEmpty()
                && (!FOLDER.matcher(prefix).matches() || DOTS.matcher(prefix).find())) {
            node.problems()
                    .add(node.at(member), "must be folders of letters, digits, '_', '.' and '-', and end in a slash");
        }
        return prefix;
    }

    /** Notes names that occur twice; case does not tell them apart, since some file systems do not. */
    static void unique(Problems problems, String pointer, List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
                twice.add(name);
            }
        }
        twice.forEach(name -> problems.add(pointer, what + " occurs twice: " + name));
    }
}
