package io.writ.orchestration.claim;

import io.writ.evidence.EvidenceUnit;
import io.writ.orchestration.plan.Word;
import java.util.List;
import java.util.Set;

/**
 * One sentence of a text unit.
 *
 * @param text verbatim, line breaks included
 * @param line 1-based, in the document
 * @param own folded words of the sentence
 * @param context folded words of the document's name and heading, which say what its sentences are about
 */
record Passage(EvidenceUnit unit, String text, int line, Set<String> own, Set<String> context) {

    Passage {
        own = Set.copyOf(own);
        context = Set.copyOf(context);
    }

    boolean says(Word word) {
        return own.stream().anyMatch(word::isKinOf);
    }

    boolean isAbout(Word word) {
        return says(word) || context.stream().anyMatch(word::isKinOf);
    }

    List<Word> said(List<Word> words) {
        return words.stream().filter(this::says).toList();
    }

    String location() {
        return unit.sourceSystem() + "/" + unit.objectId() + " line " + line;
    }
}
