package io.writ.evidence.finalization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the tokens that occur in the claims. Whatever else a unit says matters only if it is a figure, a bound
 * or a negation, and those share one number per kind.
 */
final class Vocabulary {

    static final int UNKNOWN = -1;
    static final int OTHER_FIGURE = -2;
    static final int OTHER_BOUND = -3;
    static final int OTHER_NEGATION = -4;

    private final Map<Token, Integer> numbers = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();

    /** The number of a claim's token; mints one. */
    int learn(Token token) {
        return numbers.computeIfAbsent(token, unseen -> {
            tokens.add(unseen);
            return tokens.size() - 1;
        });
    }

    int[] learn(List<Token> words) {
        return words.stream().mapToInt(this::learn).toArray();
    }

    /** The number of a unit's token. */
    int number(Token token) {
        Integer known = numbers.get(token);
        return known == null ? unknown(token.kind()) : known;
    }

    /** Tells whether one of the tokens is a figure. */
    boolean statesFigure(int[] sequence) {
        return Arrays.stream(sequence).anyMatch(number -> kind(number) == TokenKind.FIGURE);
    }

    TokenKind kind(int number) {
        return switch (number) {
            case OTHER_FIGURE -> TokenKind.FIGURE;
            case OTHER_BOUND -> TokenKind.BOUND;
            case OTHER_NEGATION -> TokenKind.NEGATION;
            case UNKNOWN -> TokenKind.WORD;
            default -> tokens.get(number).kind();
        };
    }

    private static int unknown(TokenKind kind) {
        return switch (kind) {
            case FIGURE -> OTHER_FIGURE;
            case BOUND -> OTHER_BOUND;
            case NEGATION -> OTHER_NEGATION;
            case WORD, NAME -> UNKNOWN;
        };
    }
}
