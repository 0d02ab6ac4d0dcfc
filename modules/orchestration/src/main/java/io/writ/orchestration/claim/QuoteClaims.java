package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceSnippet;
import io.writ.orchestration.plan.Scope;
import io.writ.orchestration.plan.Word;
import io.writ.orchestration.schedule.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Claims that quote sentences. */
final class QuoteClaims {

    /** The best sentence, one beside it, and one that may say otherwise. */
    private static final int QUOTES_MAX = 3;

    /** A question about a document as a whole is answered by its beginning. */
    private static final int OPENING_SENTENCES = 2;

    /** One word in a title is too little to take a whole document for an answer. */
    private static final int TITLE_WORDS_MIN = 2;

    private static final String DOUBLE_QUOTES = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033";

    private QuoteClaims() {}

    static List<Claim> of(List<Word> question, Optional<Scope> scope, Findings findings) {
        List<Passage> passages = findings.units().stream()
                .flatMap(unit -> Passages.of(unit).stream())
                .toList();
        Relevance relevance = new Relevance(question, scope, passages, findings.hits());
        List<Passage> answers = passages.stream().filter(relevance::isAnswer).toList();
        List<Passage> chosen = answers.isEmpty() ? opening(passages, relevance) : best(answers, relevance);
        return chosen.stream().map(QuoteClaims::claim).toList();
    }

    /** Sentences that say as much as the best one; order of the documents breaks ties. */
    private static List<Passage> best(List<Passage> answers, Relevance relevance) {
        double top = answers.stream().mapToDouble(relevance::score).max().orElse(0);
        return answers.stream()
                .filter(passage -> relevance.score(passage) >= top * Relevance.COVERED_MIN)
                .sorted(Comparator.comparingDouble((Passage passage) -> -relevance.score(passage)))
                .limit(QUOTES_MAX)
                .toList();
    }

    private static List<Passage> opening(List<Passage> passages, Relevance relevance) {
        if (relevance.words().size() < TITLE_WORDS_MIN) {
            return List.of();
        }
        return passages.stream()
                .filter(passage -> relevance.words().stream().allMatch(passage::isAbout))
                .findFirst()
                .map(first -> passages.stream()
                        .filter(passage -> passage.unit().equals(first.unit()))
                        .limit(OPENING_SENTENCES))
                .orElseGet(Stream::empty)
                .toList();
    }

    private static Claim claim(Passage passage) {
        EvidenceSnippet snippet = new EvidenceSnippet(passage.unit().id(), passage.location(), passage.text());
        return new Claim(
                quoted(passage.text()),
                ClaimStatus.SUPPORTED,
                List.of(passage.unit().id()),
                List.of(snippet));
    }

    /** A sentence that quotes somebody stays bare: a quotation inside a quotation would end the outer one. */
    private static String quoted(String sentence) {
        return sentence.chars().anyMatch(character -> DOUBLE_QUOTES.indexOf(character) >= 0)
                ? sentence
                : "\"" + sentence + "\"";
    }
}
