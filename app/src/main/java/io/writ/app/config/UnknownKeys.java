package io.writ.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds keys with our prefix that nobody reads, and guesses what was meant. */
final class UnknownKeys {

    /** More edits than this and the guess would only confuse. */
    private static final int EDITS_MAX = 4;

    private UnknownKeys() {}

    static List<StartupProblem> among(Iterable<String> names) {
        List<StartupProblem> problems = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith(ConfigKey.PREFIX) && ConfigKey.named(name).isEmpty()) {
                problems.add(new StartupProblem("ERR_INVALID_CONFIG", name + " is not a key of Writ." + guess(name)));
            }
        }
        problems.sort(Comparator.comparing(StartupProblem::message));
        return problems;
    }

    private static String guess(String name) {
        return Arrays.stream(ConfigKey.values())
                .map(ConfigKey::env)
                .filter(known -> edits(name, known) <= EDITS_MAX)
                .min(Comparator.comparingInt(known -> edits(name, known)))
                .map(known -> " Did you mean " + known + "?")
                .orElse("");
    }

    /** Levenshtein distance. */
    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
