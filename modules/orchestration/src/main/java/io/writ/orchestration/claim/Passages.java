package io.writ.orchestration.claim;

import io.writ.evidence.EvidenceUnit;
import io.writ.orchestration.plan.Wording;
import jakarta.json.JsonString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits text units into sentences. A heading is not a sentence; it is what the sentences are about. */
final class Passages {

    /** A longer stretch without an end is a table or a dump; quoting it answers nothing. */
    private static final int SENTENCE_CHARS_MAX = 600;

    private static final int HEADING_CHARS_MAX = 80;
    private static final String ENDS = ".!?:;,";

    private Passages() {}

    static List<Passage> of(EvidenceUnit unit) {
        if (!(unit.content() instanceof JsonString content)) {
            return List.of();
        }
        String text = content.getString();
        int firstLine = unit.locator().getInt("line_start", 1);
        Set<String> context = new HashSet<>(
                Wording.of(unit.objectId().replace('_', ' ').replace('/', ' ')).foldedWords());
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = blockEnd(text, start);
            String block = text.substring(start, end);
            if (isHeading(block)) {
                context.addAll(Wording.of(block).foldedWords());
            } else {
                addSentences(passages, unit, text, start, end, firstLine, context);
            }
            start = end;
        }
        return passages;
    }

    /** A line runs on when it does not end a sentence and the next one goes on in lower case. */
    private static int blockEnd(String text, int start) {
        int end = lineEnd(text, start);
        while (end < text.length()
                && Character.isLowerCase(text.charAt(end))
                && !text.substring(start, end).isBlank()) {
            end = lineEnd(text, end);
        }
        return end;
    }

    private static int lineEnd(String text, int start) {
        int newline = text.indexOf('\n', start);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static boolean isHeading(String block) {
        String line = block.strip();
        return line.isEmpty()
                || (line.length() <= HEADING_CHARS_MAX && ENDS.indexOf(line.charAt(line.length() - 1)) < 0);
    }

    private static void addSentences(
            List<Passage> passages,
            EvidenceUnit unit,
            String text,
            int start,
            int end,
            int firstLine,
            Set<String> context) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text.substring(start, end));
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            String sentence = text.substring(start + from, start + to).strip();
            if (!sentence.isEmpty() && sentence.length() <= SENTENCE_CHARS_MAX) {
                int line = firstLine + newlines(text, start + from);
                passages.add(
                        new Passage(unit, sentence, line, Wording.of(sentence).foldedWords(), context));
            }
            from = to;
        }
    }

    private static int newlines(String text, int until) {
        return (int)
                text.chars().limit(until).filter(character -> character == '\n').count();
    }
}
