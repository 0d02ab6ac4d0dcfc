package io.writ.evidence.finalization;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The text of one unit, reduced to what the claims can be about: tokens of the claims with their positions, cut into
 * passages. A passage is a sentence.
 */
final class Passages {

    /** No sentence is longer; such text is searched for verbatim claims only, as paraphrases would be guesswork. */
    private static final int SENTENCE_MAX = 4096;

    /** One small word may stand between: "up to 500". */
    private static final int BOUND_DISTANCE_MAX = 2;

    private final Vocabulary vocabulary;
    private final IntList numbers = new IntList();
    private final IntList positions = new IntList();
    private final IntList contents = new IntList();
    private final IntList passageOf = new IntList();
    private final IntList starts = new IntList();
    private final IntList negations = new IntList();
    private final Map<Integer, IntList> postings = new HashMap<>();
    private final BitSet present = new BitSet();
    private int position;
    private int content;

    Passages(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Adds a text, sentence by sentence. Texts never continue each other. */
    void add(String text) {
        Sentences.forEach(text, this::addSentence);
        position++;
    }

    private void addSentence(String sentence) {
        List<Token> tokens = Tokenizer.tokens(sentence);
        int passage = starts.size();
        boolean searchable = sentence.length() <= SENTENCE_MAX;
        int negationCount = 0;
        starts.add(numbers.size());
        for (Token token : tokens) {
            int number = vocabulary.number(token);
            if (number != Vocabulary.UNKNOWN) {
                numbers.add(number);
                positions.add(position);
                contents.add(content);
                passageOf.add(passage);
                post(number, passage, searchable);
            }
            negationCount += token.is(TokenKind.NEGATION) ? 1 : 0;
            content += token.isFunctionWord() ? 0 : 1;
            position++;
        }
        negations.add(negationCount);
    }

    private void post(int number, int passage, boolean searchable) {
        if (number >= 0) {
            present.set(number);
        }
        if (searchable && number >= 0) {
            IntList list = postings.computeIfAbsent(number, _ -> new IntList());
            if (list.isEmpty() || list.last() != passage) {
                list.add(passage);
            }
        }
    }

    /** The tokens of claims that occur here. */
    BitSet present() {
        return (BitSet) present.clone();
    }

    /** Calls the consumer with every passage that holds the rarest of these tokens; with none if one is missing. */
    void candidates(int[] tokens, IntConsumer consumer) {
        IntList rarest = null;
        for (int token : tokens) {
            IntList list = postings.get(token);
            if (list == null) {
                return;
            }
            if (rarest == null || list.size() < rarest.size()) {
                rarest = list;
            }
        }
        if (rarest != null) {
            for (int index = 0; index < rarest.size(); index++) {
                consumer.accept(rarest.at(index));
            }
        }
    }

    int size() {
        return numbers.size();
    }

    int number(int index) {
        return numbers.at(index);
    }

    int position(int index) {
        return positions.at(index);
    }

    /** How many content words of the text stand before this one, those that no claim has included. */
    int content(int index) {
        return contents.at(index);
    }

    TokenKind kind(int index) {
        return vocabulary.kind(numbers.at(index));
    }

    /** Tells whether a figure stands here whose bound, such as "up to", stands right before it. */
    boolean isBoundedFigure(int index) {
        return index > 0
                && kind(index) == TokenKind.FIGURE
                && kind(index - 1) == TokenKind.BOUND
                && position(index) - position(index - 1) <= BOUND_DISTANCE_MAX;
    }

    int start(int passage) {
        return starts.at(passage);
    }

    int end(int passage) {
        return passage + 1 < starts.size() ? starts.at(passage + 1) : numbers.size();
    }

    int passageAt(int index) {
        return passageOf.at(index);
    }

    int negations(int passage) {
        return negations.at(passage);
    }

    /** Negations in all passages from the first to the last, both included. */
    int negations(int first, int last) {
        int sum = 0;
        for (int passage = first; passage <= last; passage++) {
            sum += negations.at(passage);
        }
        return sum;
    }
}
