package io.writ.orchestration.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a question where it asks for two things. */
final class Clauses {

    /** More parts than this in one question is a list, and each part costs calls. */
    static final int PARTS_MAX = 4;

    private static final Pattern JOINT = Pattern.compile(
            "[;\\n]|[?.!](?=\\s)|,?\\s(?:and|plus|as well as|along with|then)\\s", Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /** Splits only where both sides can stand alone; "name and status" stays together. */
    static List<String> of(String question, Predicate<String> standsAlone) {
        List<String> clauses = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String piece : pieces(question)) {
            boolean complete = !open.isEmpty() && clauses.size() < PARTS_MAX - 1;
            if (complete && standsAlone.test(open.toString()) && standsAlone.test(piece)) {
                clauses.add(open.toString().strip());
                open.setLength(0);
            }
            open.append(piece);
        }
        clauses.add(open.toString().strip());
        return clauses.stream().filter(clause -> !clause.isBlank()).toList();
    }

    /** Each piece after the first begins with the joint before it, so that joining them again restores the text. */
    private static List<String> pieces(String question) {
        List<String> pieces = new ArrayList<>();
        Matcher joint = JOINT.matcher(question);
        int from = 0;
        while (joint.find()) {
            pieces.add(question.substring(from, joint.start()));
            from = joint.start();
        }
        pieces.add(question.substring(from));
        return pieces;
    }
}
