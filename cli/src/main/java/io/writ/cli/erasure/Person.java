package io.writ.cli.erasure;

import io.writ.evidence.SharedJson;
import io.writ.evidence.canonical.Rfc8785;
import java.nio.charset.StandardCharsets;

/** Who is erased: a principal id within a tenant. */
record Person(String tenant, String subject) {

    private static final int MAX_ASCII = 127;

    /** The id as it stands in canonical JSON, with its quotes. */
    String literal() {
        return new String(Rfc8785.bytes(SharedJson.PROVIDER.createValue(subject)), StandardCharsets.UTF_8);
    }

    /**
     * A regular expression of PostgreSQL that finds the id in a text: as a word, and not as part of a longer one, of a
     * name or of an address. {@code ann} is not found in {@code annual}, {@code ann-marie} or {@code ann@b.org}.
     */
    String word() {
        var escaped = new StringBuilder();
        subject.codePoints().forEach(character -> {
            boolean plain = character > MAX_ASCII || Character.isLetterOrDigit(character);
            escaped.append(plain ? "" : "\\").appendCodePoint(character);
        });
        return "(?<![[:alnum:]_-])(?<![[:alnum:]][.@])" + escaped + "(?![[:alnum:]_-]|[.@][[:alnum:]])";
    }
}
