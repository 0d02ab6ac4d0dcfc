package io.writ.evidence.finalization;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** How a claim may write a JSON value. */
final class ValueWords {

    private ValueWords() {}

    /** The value as it is, and for a moment also its date; nothing for structures and empty values. */
    static List<List<Token>> forms(JsonValue value) {
        List<Token> tokens = Tokenizer.tokens(text(value));
        if (tokens.isEmpty()) {
            return List.of();
        }
        boolean moment = tokens.size() == 2
                && tokens.stream().allMatch(token -> token.is(TokenKind.FIGURE))
                && tokens.get(1).text().contains(":");
        return moment ? List.of(tokens, tokens.subList(0, 1)) : List.of(tokens);
    }

    private static String text(JsonValue value) {
        return switch (value) {
            case JsonString string -> string.getString();
            case JsonObject _, JsonArray _ -> "";
            case JsonValue scalar -> scalar.equals(JsonValue.NULL) ? "" : scalar.toString();
        };
    }
}
