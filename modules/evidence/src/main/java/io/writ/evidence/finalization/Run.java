package io.writ.evidence.finalization;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of letters, digits and joining characters, still to be told apart into words, names and figures.
 *
 * @param text folded
 */
record Run(String text) {

    /** Longer runs are no words or figures of a language; they are compared whole and never parsed. */
    private static final int PARSED_MAX = 64;

    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})t(\\d{2}:\\d{2}(?::\\d{2})?)" + "((?:\\.\\d+)?z?)");
    private static final Pattern COUNTED = Pattern.compile("(\\d[\\d.,]*)-(\\p{L}[\\p{L}-]*)");
    private static final Pattern RANGE = Pattern.compile("(\\d+(?:[.,]\\d+)*)-(\\d+(?:[.,]\\d+)*)");

    static Run of(String text) {
        return new Run(text);
    }

    void addTo(List<Token> tokens) {
        boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        boolean joined = text.indexOf('_') >= 0 || text.indexOf('@') >= 0;
        boolean path = text.indexOf('/') >= 0 && text.indexOf('.') >= 0;
        if (text.length() > PARSED_MAX || (letters && (joined || (path && !digits)))) {
            tokens.add(new Token(TokenKind.NAME, text));
        } else if (!digits) {
            words(tokens);
        } else if (!letters) {
            figure(tokens);
        } else {
            mixed(tokens);
        }
    }

    private void words(List<Token> tokens) {
        for (String word : text.split("[^\\p{L}\\p{M}']+", -1)) {
            word(word, tokens);
        }
    }

    private static void word(String word, List<Token> tokens) {
        if (word.endsWith("n't")) {
            String verb = word.substring(0, word.length() - 3);
            word(verb.equals("ca") ? "can" : verb.equals("wo") ? "will" : verb, tokens);
            tokens.add(new Token(TokenKind.NEGATION, "not"));
            return;
        }
        String plain = (word.endsWith("'s") ? word.substring(0, word.length() - 2) : word).replace("'", "");
        if (plain.isEmpty()) {
            return;
        }
        switch (plain) {
            case "cannot" -> {
                tokens.add(new Token(TokenKind.WORD, "can"));
                tokens.add(new Token(TokenKind.NEGATION, "not"));
            }
            case "without", "unless", "except", "excluding", "if", "only" ->
                tokens.add(new Token(TokenKind.NEGATION, plain));
            default -> tokens.add(ordinary(plain));
        }
    }

    private static Token ordinary(String word) {
        if (Lexicon.NEGATIONS.contains(word)) {
            return new Token(TokenKind.NEGATION, "not");
        }
        if (Lexicon.BOUNDS.contains(word)) {
            return new Token(TokenKind.BOUND, word);
        }
        boolean kept = Lexicon.FUNCTION_WORDS.contains(word) || Lexicon.MONTHS.contains(word);
        return new Token(TokenKind.WORD, kept ? word : Lexicon.singular(word));
    }

    private void figure(List<Token> tokens) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            tokens.add(new Token(TokenKind.FIGURE, Numeral.normal(range.group(1))));
            tokens.add(new Token(TokenKind.FIGURE, Numeral.normal(range.group(2))));
        } else {
            tokens.add(new Token(TokenKind.FIGURE, Numeral.normal(text)));
        }
    }

    private void mixed(List<Token> tokens) {
        Matcher moment = DATE_TIME.matcher(text);
        Matcher counted = COUNTED.matcher(text);
        if (moment.matches()) {
            tokens.add(new Token(TokenKind.FIGURE, moment.group(1)));
            tokens.add(new Token(TokenKind.FIGURE, moment.group(2) + moment.group(3)));
        } else if (counted.matches()) {
            Run.of(counted.group(1)).addTo(tokens);
            Run.of(counted.group(2)).addTo(tokens);
        } else {
            tokens.add(new Token(TokenKind.NAME, text));
        }
    }
}
