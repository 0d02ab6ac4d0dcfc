package io.writ.orchestration.plan;

import java.util.ArrayList;
import java.util.List;

/** One or more words that name something together. */
record Phrase(List<String> folded) {

    Phrase {
        folded = List.copyOf(folded);
    }

    static Phrase of(String text) {
        return new Phrase(Wording.of(text.replace('_', ' ')).words().stream()
                .map(Word::folded)
                .toList());
    }

    /** Where the phrase stands in the words; an empty phrase stands nowhere. */
    List<Span> in(List<Word> words) {
        List<Span> spans = new ArrayList<>();
        for (int from = 0; !folded.isEmpty() && from + folded.size() <= words.size(); from++) {
            if (standsAt(words, from)) {
                spans.add(new Span(from, from + folded.size()));
            }
        }
        return spans;
    }

    private boolean standsAt(List<Word> words, int from) {
        for (int offset = 0; offset < folded.size(); offset++) {
            if (!words.get(from + offset).folded().equals(folded.get(offset))) {
                return false;
            }
        }
        return true;
    }

    /** A run of words, by index; the end is exclusive. */
    record Span(int from, int to) {

        int length() {
            return to - from;
        }

        boolean isInside(Span other) {
            return other.from <= from && to <= other.to && length() < other.length();
        }

        boolean covers(int index) {
            return from <= index && index < to;
        }
    }
}
