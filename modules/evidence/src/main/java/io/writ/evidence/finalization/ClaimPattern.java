package io.writ.evidence.finalization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A claim, taken apart for searching. */
final class ClaimPattern {

    private final List<Token> tokens;
    private final int[] all;
    private final int[] significant;
    private final boolean[] tight;
    private final List<int[]> quotes;
    private final int[] frame;
    private final int negations;
    private final int frameNegations;
    private final boolean figures;
    private final boolean states;

    private ClaimPattern(List<Token> tokens, List<List<Token>> quotes, List<Token> frame, Vocabulary vocabulary) {
        this.tokens = List.copyOf(tokens);
        this.all = vocabulary.learn(tokens);
        int[] kept = significantIndexes(tokens, !quotes.isEmpty());
        this.significant = Arrays.stream(kept).map(index -> all[index]).toArray();
        this.tight = new boolean[kept.length];
        for (int index = 1; index < kept.length; index++) {
            tight[index] = kept[index] == kept[index - 1] + 1
                    && tokens.get(kept[index - 1]).is(TokenKind.FIGURE)
                    && tokens.get(kept[index]).is(TokenKind.WORD);
        }
        this.quotes = quotes.stream().map(vocabulary::learn).toList();
        this.frame = vocabulary.learn(frame.stream()
                .filter(token -> !token.isFunctionWord() && !Lexicon.REPORTING.contains(token.text()))
                .toList());
        this.negations = count(tokens, TokenKind.NEGATION);
        this.frameNegations = count(frame, TokenKind.NEGATION);
        this.states = vocabulary.statesFigure(all);
        this.figures = tokens.stream().anyMatch(token -> token.is(TokenKind.FIGURE) || token.is(TokenKind.BOUND));
    }

    static ClaimPattern of(String text, Vocabulary vocabulary) {
        Quotations quotations = Quotations.of(FoldedText.of(text));
        List<List<Token>> quotes = quotations.quoted().stream()
                .map(Tokenizer::tokensOfFolded)
                .filter(quote -> !quote.isEmpty())
                .toList();
        List<Token> frame = Tokenizer.tokensOfFolded(quotations.rest());
        List<Token> tokens = new ArrayList<>();
        Sentences.forEach(text, sentence -> tokens.addAll(Tokenizer.tokens(sentence)));
        return new ClaimPattern(tokens, quotes, frame, vocabulary);
    }

    /** Content words, without the words that frame a quotation; all words of a claim that has none. */
    private static int[] significantIndexes(List<Token> tokens, boolean quoting) {
        int[] content = IntStream.range(0, tokens.size())
                .filter(index -> !tokens.get(index).isFunctionWord())
                .filter(index -> !quoting
                        || !Lexicon.REPORTING.contains(tokens.get(index).text()))
                .toArray();
        return content.length > 0 ? content : IntStream.range(0, tokens.size()).toArray();
    }

    private static int count(List<Token> tokens, TokenKind kind) {
        return (int) tokens.stream().filter(token -> token.is(kind)).count();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** All tokens in order, by number; not to be changed. */
    int[] all() {
        return all;
    }

    /** The tokens that have to be found, by number; not to be changed. */
    int[] significant() {
        return significant;
    }

    /** Tells whether this significant token directly follows a figure and so belongs to it. */
    boolean isTight(int index) {
        return tight[index];
    }

    List<int[]> quotes() {
        return quotes;
    }

    /** What a quoting claim says outside its quotations, without function words and words of reporting. */
    int[] frame() {
        return frame;
    }

    int negations() {
        return negations;
    }

    int frameNegations() {
        return frameNegations;
    }

    /** Tells whether it states figures or bounds them. */
    boolean hasFigures() {
        return figures;
    }

    /** Tells whether it states a figure. */
    boolean statesFigure() {
        return states;
    }
}
