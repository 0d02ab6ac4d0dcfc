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

/** Splits text units into sentences. A heading is not a sentence; it is what the sentences below it are about. */
final class Passages {

    /** A longer stretch without an end is a table or a dump; quoting it answers nothing. */
    private static final int SENTENCE_CHARS_MAX = 600;

    private static final int HEADING_CHARS_MAX = 80;
    private static final String ENDS = ".!?:;,";

    private final EvidenceUnit unit;
    private final String text;
    private final int firstLine;
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> title;
    private Set<String> context;

    private Passages(EvidenceUnit unit, String text) {
        this.unit = unit;
        this.text = text;
        this.firstLine = unit.locator().getInt("line_start", 1);
        this.title = words(unit.objectId().replace('_', ' ').replace('/', ' '));
        this.context = title;
    }

    static List<Passage> of(EvidenceUnit unit) {
        if (!(unit.content() instanceof JsonString content)) {
            return List.of();
        }
        Passages reading = new Passages(unit, content.getString());
        reading.read();
        return reading.passages;
    }

    private void read() {
        boolean first = true;
        boolean opens = true;
        int start = 0;
        while (start < text.length()) {
            int end = blockEnd(start);
            String block = text.substring(start, end).strip();
            if (opens && isHeading(block)) {
                headed(block, first);
                first = false;
            } else if (!block.isEmpty()) {
                addSentences(start, end);
                first = false;
            }
            opens = block.isEmpty();
            start = end;
        }
    }

    /** The first heading is the title and stays; a later one replaces the one before. */
    private void headed(String heading, boolean first) {
        context = new HashSet<>(title);
        context.addAll(words(heading));
        if (first) {
            title.addAll(words(heading));
        }
    }

    /** A line runs on when it does not end a sentence and the next one goes on in lower case or with a figure. */
    private int blockEnd(int start) {
        int end = lineEnd(start);
        while (end < text.length() && runsOn(text.substring(start, end).strip(), text.charAt(end))) {
            end = lineEnd(end);
        }
        return end;
    }

    private static boolean runsOn(String block, char next) {
        return !block.isEmpty()
                && (Character.isLowerCase(next)
                        || (Character.isDigit(next) && ENDS.indexOf(block.charAt(block.length() - 1)) < 0));
    }

    private int lineEnd(int start) {
        int newline = text.indexOf('\n', start);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static boolean isHeading(String line) {
        return !line.isEmpty()
                && line.length() <= HEADING_CHARS_MAX
                && ENDS.indexOf(line.charAt(line.length() - 1)) < 0;
    }

    private void addSentences(int start, int end) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(unbroken(text.substring(start, end)));
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            String sentence = text.substring(start + from, start + to).strip();
            if (!sentence.isEmpty() && sentence.length() <= SENTENCE_CHARS_MAX) {
                int line = firstLine + newlines(start + from);
                passages.add(new Passage(unit, sentence, line, words(sentence), context));
            }
            from = to;
        }
    }

    /** Line breaks inside a block are layout; the iterator would take some of them for ends. */
    private static String unbroken(String block) {
        return block.replace('\n', ' ').replace('\r', ' ');
    }

    private int newlines(int until) {
        return (int)
                text.chars().limit(until).filter(character -> character == '\n').count();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Wording.of(text).foldedWords());
    }
}
