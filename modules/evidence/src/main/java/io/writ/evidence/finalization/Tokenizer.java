package io.writ.evidence.finalization;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into tokens, in one pass. */
final class Tokenizer {

    private static final String SYMBOLS = "%$€£¥<>≤≥±~≈";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String folded) {
        this.text = folded;
    }

    /** The tokens of raw text, with figures in their normal form. */
    static List<Token> tokens(String raw) {
        return tokensOfFolded(FoldedText.of(raw));
    }

    static List<Token> tokensOfFolded(String folded) {
        Tokenizer tokenizer = new Tokenizer(folded);
        tokenizer.scan();
        return FigureFolding.fold(tokenizer.tokens);
    }

    private void scan() {
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (Character.isIdeographic(point)) {
                tokens.add(new Token(TokenKind.WORD, Character.toString(point)));
                index += Character.charCount(point);
            } else if (isWordPart(point)) {
                int end = runEnd(index);
                Run.of(text.substring(index, end)).addTo(tokens);
                index = end;
            } else if (point == '^') {
                index = numeral(index);
            } else {
                symbol(index, point);
                index += Character.charCount(point);
            }
        }
    }

    private int runEnd(int start) {
        int index = start;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (!isWordPart(point) && !isConnector(index)) {
                break;
            }
            index += Character.charCount(point);
        }
        return index;
    }

    /** A character that joins two parts of one number, name or word; it never starts or ends a run. */
    private boolean isConnector(int index) {
        if (index == 0 || index + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(index - 1);
        char after = text.charAt(index + 1);
        boolean digits = isDigit(before) && isDigit(after);
        boolean parts = isWordPart(before) && isWordPart(after);
        return switch (text.charAt(index)) {
            case ',', ':' -> digits;
            case '.', '-', '/', '@' -> parts;
            case '\'' -> digits || (Character.isLetter(before) && Character.isLetter(after));
            default -> false;
        };
    }

    private int numeral(int start) {
        int end = start + 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end > start + 1) {
            tokens.add(new Token(TokenKind.FIGURE, text.substring(start, end)));
        }
        return end;
    }

    private void symbol(int index, int point) {
        boolean sign = point == '-' && isSign(index);
        if (sign || SYMBOLS.indexOf(point) >= 0) {
            boolean orEqual = index + 1 < text.length() && text.charAt(index + 1) == '=';
            String symbol = Character.toString(point);
            if (orEqual && point == '<') {
                symbol = "≤";
            } else if (orEqual && point == '>') {
                symbol = "≥";
            }
            tokens.add(new Token(TokenKind.WORD, symbol));
        }
    }

    private boolean isSign(int index) {
        boolean detached = index == 0 || !isWordPart(text.charAt(index - 1));
        if (!detached || index + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(index + 1);
        return isDigit(next) || "$€£¥".indexOf(next) >= 0;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWordPart(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || point == '_'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
