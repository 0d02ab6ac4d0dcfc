package io.writ.orchestration.plan;

import java.text.Normalizer;
import java.util.Locale;

/** Folds case, compatibility forms and light English inflection, so that "Refunds" and "refunded" compare equal. */
final class Folding {

    /** Shorter stems say too little: "ring" must not become "r". */
    private static final int STEM_MIN = 4;

    private Folding() {}

    static String fold(String written) {
        String folded = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return withoutFinalE(withoutTense(singular(folded)));
    }

    private static String singular(String word) {
        if (word.length() < STEM_MIN || !word.endsWith("s") || endsWithAny(word, "ss", "us", "is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > STEM_MIN) {
            return cut(word, 3) + "y";
        }
        if (endsWithAny(word, "sses", "shes", "ches", "xes", "zes", "tuses")) {
            return cut(word, 2);
        }
        return cut(word, 1);
    }

    private static String withoutTense(String word) {
        String stem = word;
        if (word.endsWith("ied") && word.length() > STEM_MIN) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("ing") && word.length() - 3 >= STEM_MIN) {
            stem = cut(word, 3);
        } else if (word.endsWith("ed") && word.length() - 2 >= STEM_MIN) {
            stem = cut(word, 2);
        }
        return stem.length() < word.length() && endsDoubled(stem) ? cut(stem, 1) : stem;
    }

    /** "invoice" and "invoiced" lose the same ending. */
    private static String withoutFinalE(String word) {
        return word.endsWith("e") && word.length() > STEM_MIN ? cut(word, 1) : word;
    }

    /** "cancelled" doubles its consonant; "billing" and "missed" double theirs in the base form too. */
    private static boolean endsDoubled(String stem) {
        int last = stem.length() - 1;
        return last > STEM_MIN
                && stem.charAt(last) == stem.charAt(last - 1)
                && "bdgklmnprt".indexOf(stem.charAt(last)) >= 0;
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
