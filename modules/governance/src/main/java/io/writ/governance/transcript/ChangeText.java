package io.writ.governance.transcript;

import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Sets of changes in canonical text. */
final class ChangeText {

    private ChangeText() {}

    static String of(List<List<Change>> alternatives) {
        return alternatives.stream().map(ChangeText::together).collect(Collectors.joining(",", "[", "]"));
    }

    private static String together(List<Change> changes) {
        return changes.stream().map(ChangeText::of).collect(Collectors.joining(",", "[", "]"));
    }

    private static StringBuilder of(Change change) {
        AscendingJson written = new AscendingJson();
        change.from().ifPresent(from -> written.canonical("from", canonical(from)));
        written.member("pointer", change.pointer());
        change.to().ifPresent(to -> written.canonical("to", canonical(to)));
        return written.close();
    }

    private static String canonical(JsonValue value) {
        return new String(Rfc8785.bytes(value), StandardCharsets.UTF_8);
    }
}
