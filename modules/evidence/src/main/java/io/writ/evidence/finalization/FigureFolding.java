package io.writ.evidence.finalization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins a number with its sign, comparison, scale and unit, and the parts of a written date, into one figure. */
final class FigureFolding {

    private static final String COMPARISONS = "<>≤≥±~≈";

    /** Comparison, sign, currency: no figure has more in front of it. */
    private static final int PREFIX_MAX = 4;

    private final List<Token> raw;
    private final List<Token> folded = new ArrayList<>();
    private int index;

    private FigureFolding(List<Token> raw) {
        this.raw = raw;
    }

    static List<Token> fold(List<Token> raw) {
        FigureFolding folding = new FigureFolding(raw);
        while (folding.index < raw.size()) {
            folding.step();
        }
        return folding.folded;
    }

    private void step() {
        Optional<WrittenDate> date = WrittenDate.at(raw, index);
        if (date.isPresent()) {
            folded.add(date.get().token());
            index += date.get().length();
            return;
        }
        int number = numberIndex();
        if (number >= 0) {
            figure(number);
            return;
        }
        Token token = raw.get(index);
        if (!isSymbol(token)) {
            folded.add(token);
        }
        index++;
    }

    /** Where the number stands that the symbols from here lead to, or -1. */
    private int numberIndex() {
        int at = index;
        while (at < raw.size() && at - index < PREFIX_MAX && (isSymbol(raw.get(at)) || isCurrencyCode(raw.get(at)))) {
            at++;
        }
        return at < raw.size() && isNumber(raw.get(at)) ? at : -1;
    }

    private void figure(int number) {
        StringBuilder prefix = new StringBuilder();
        String unit = "";
        for (Token token : raw.subList(index, number)) {
            if (Lexicon.CURRENCIES.containsKey(token.text())) {
                unit = " " + Lexicon.CURRENCIES.get(token.text());
            } else if (token.text().equals("-") || COMPARISONS.contains(token.text())) {
                prefix.append(token.text());
            }
        }
        String value = raw.get(number).text();
        index = number + 1;
        int power = Lexicon.SCALES.getOrDefault(textAt(index), 0);
        if (power > 0) {
            value = Numeral.scaled(value, power);
            index++;
        }
        folded.add(new Token(TokenKind.FIGURE, prefix + value + (unit.isEmpty() ? unitAfter() : unit)));
    }

    private String unitAfter() {
        String next = textAt(index);
        if (next.equals("%") || next.equals("percent")) {
            index++;
            return " %";
        }
        if (next.equals("per") && textAt(index + 1).equals("cent")) {
            index += 2;
            return " %";
        }
        String currency = Lexicon.CURRENCIES.get(next);
        boolean leadsToNumber = index + 1 < raw.size() && isNumber(raw.get(index + 1));
        if (currency == null || leadsToNumber) {
            return "";
        }
        index++;
        return " " + currency;
    }

    private String textAt(int position) {
        return position < raw.size() && raw.get(position).is(TokenKind.WORD)
                ? raw.get(position).text()
                : "";
    }

    private static boolean isNumber(Token token) {
        return token.is(TokenKind.FIGURE) && Numeral.isNumber(token.text());
    }

    private static boolean isCurrencyCode(Token token) {
        return token.text().length() == 3 && Lexicon.CURRENCIES.containsKey(token.text());
    }

    private static boolean isSymbol(Token token) {
        return token.is(TokenKind.WORD)
                && token.text().length() == 1
                && !Character.isLetterOrDigit(token.text().charAt(0));
    }
}
