package io.writ.cli.verify;

import io.writ.cli.TerminalText;
import io.writ.governance.writ.Found;
import io.writ.governance.writ.WritFacts;
import io.writ.governance.writ.WritReport;
import java.util.ArrayList;
import java.util.List;

/**
 * The result on one screen of 80 by 24: what is proven, by whom, and what is not.
 *
 * @param key whose key it was held against, in words
 */
public record WritPage(WritReport report, String key) {

    private static final int WIDTH = 80;

    /** Of what names a place in the file: whoever wrote the file chose how long that is. */
    private static final int LINES_MAX = 4;

    /** Of question and answer, so that everything else keeps its place on the screen. */
    private static final int ANSWER_LINES_MAX = 3;

    public String text() {
        List<String> lines = new ArrayList<>();
        lines.addAll(wrapped("", headline(), LINES_MAX));
        report.found().forEach(found -> lines.addAll(broken(found)));
        if (report.verdict() == WritReport.Verdict.OTHER_KEY) {
            report.facts().ifPresent(facts -> lines.addAll(otherKey(facts)));
        }
        if (report.verdict() != WritReport.Verdict.BROKEN && report.verdict() != WritReport.Verdict.UNREADABLE) {
            report.facts().ifPresent(facts -> {
                lines.addAll(answer(facts));
                lines.addAll(proven(facts));
                lines.addAll(unproven(facts));
            });
        }
        return String.join("\n", lines) + "\n";
    }

    private String headline() {
        return switch (report.verdict()) {
            case PROVEN -> "PROVEN. Everything below holds under " + key + ".";
            case CONSISTENT -> "CONSISTENT, NOT PROVEN. The key came with the file; check it with --key.";
            case OTHER_KEY -> "SIGNED UNDER ANOTHER KEY. Nothing is proven under " + key + ".";
            case BROKEN -> "DOES NOT HOLD. Trust nothing in this file.";
            case UNREADABLE -> "CANNOT BE READ as the writ of an answer.";
        };
    }

    private static List<String> broken(Found found) {
        List<String> lines = new ArrayList<>(wrapped("  ", found.sentence(), LINES_MAX));
        lines.add("  code: " + found.fault().code());
        return lines;
    }

    private static List<String> otherKey(WritFacts facts) {
        List<String> lines = new ArrayList<>(wrapped("  ", "It is signed by " + facts.key() + ".", LINES_MAX));
        lines.add("  Logs change their keys: get this one from those who run the log, and give it");
        lines.add("  with --key beside the others.");
        return lines;
    }

    private static List<String> answer(WritFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add(row("run", facts.run() + ", tenant " + facts.tenant()));
        facts.question().ifPresent(question -> lines.addAll(wrapped(label("question"), question, 1)));
        lines.addAll(wrapped(label("answer"), facts.answer().orElse("(not in this file)"), ANSWER_LINES_MAX));
        lines.add(row(
                "ended",
                facts.terminalMode()
                        + facts.claims()
                                .map(claims -> ", " + claims.supported() + " of " + counted(claims.all(), "claim")
                                        + " supported")
                                .orElse("")));
        return lines;
    }

    private List<String> proven(WritFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add(report.trusted() ? "Proven:" : "If the key is the log's, it is proven:");
        lines.add(bullet("as recorded: " + String.join(", ", asRecorded(facts))));
        facts.evidence()
                .ifPresent(units -> lines.add(
                        bullet(counted(units, "cited evidence unit") + ": source, label and content digest")));
        lines.add(bullet(counted(facts.entries() - facts.withheld(), "decision") + " with verdict, reason and policy"
                + (facts.refused() > 0 ? "; " + facts.refused() + " refused" : "")));
        lines.add(bullet(counted(facts.entries(), "entry") + " in the log, under one checkpoint of "
                + counted(facts.treeSize(), "entry")));
        if (facts.named()) {
            lines.add(bullet("none is missing up to the end of the run, which names them all"));
        }
        lines.add("By:");
        lines.add(bullet("the log " + facts.key()));
        facts.witnesses()
                .forEach(witness -> lines.add(bullet("the witness " + witness.name() + ", at " + witness.seenAt())));
        return lines;
    }

    private static List<String> asRecorded(WritFacts facts) {
        List<String> parts = new ArrayList<>();
        facts.question().ifPresent(_ -> parts.add("question"));
        facts.answer().ifPresent(_ -> parts.add("answer"));
        facts.claims().ifPresent(_ -> parts.add("claims"));
        parts.add("budget");
        return parts;
    }

    private List<String> unproven(WritFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add("Not proven:");
        if (!report.trusted()) {
            lines.add(bullet("that this key is the log's: whoever made the file chose it"));
        }
        if (!facts.notInFile().isEmpty()) {
            lines.add(bullet("what is not in this file: " + String.join(", ", facts.notInFile())));
        }
        if (facts.withheld() > 0) {
            String said = facts.withheldRefused() > 0
                    ? "; what is said (" + facts.withheldRefused() + " refused) is only signed"
                    : ", but what is said of it is only signed";
            lines.add(bullet(counted(facts.withheld(), "record") + " withheld: in the log" + said));
        }
        if (!facts.named()) {
            lines.add(bullet("that no record is missing: the end of this run counts them and names none"));
        }
        lines.add(bullet("that a source told the truth, or that a cited text is still there"));
        lines.add(bullet("when: times are those of the server" + witnessed(facts)));
        return lines;
    }

    private static String witnessed(WritFacts facts) {
        if (!facts.witnesses().isEmpty()) {
            return ", but of the witness";
        }
        return facts.cosignatures() > 0
                ? "; " + counted(facts.cosignatures(), "cosignature") + " not checked"
                : ", and no witness signed";
    }

    private static String counted(long count, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return count + " " + (count == 1 ? what : many);
    }

    private static String row(String name, String value) {
        return shortened(label(name) + value);
    }

    private static String label(String name) {
        return name + " ".repeat(10 - name.length());
    }

    private static String bullet(String text) {
        return shortened("  - " + text);
    }

    private static String shortened(String line) {
        String plain = TerminalText.line(line);
        return plain.length() <= WIDTH ? plain : plain.substring(0, WIDTH - 1) + "…";
    }

    private static List<String> wrapped(String first, String text, int linesMax) {
        String plain = TerminalText.line(text);
        List<String> lines = new ArrayList<>();
        int room = WIDTH - first.length();
        int from = 0;
        while (from < plain.length() && lines.size() < linesMax) {
            int to = end(plain, from, room);
            lines.add((lines.isEmpty() ? first : " ".repeat(first.length())) + plain.substring(from, to));
            from = to;
        }
        if (from < plain.length()) {
            lines.add(shortened(lines.removeLast() + " ".repeat(WIDTH)));
        }
        return lines;
    }

    /** Behind the last space that fits, or where the line is full. */
    private static int end(String text, int from, int room) {
        int full = Math.min(text.length(), from + room);
        int space = full == text.length() ? -1 : text.lastIndexOf(' ', full - 1);
        return space > from ? space + 1 : full;
    }
}
