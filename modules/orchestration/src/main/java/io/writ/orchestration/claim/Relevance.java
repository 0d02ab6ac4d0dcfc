package io.writ.orchestration.claim;

import io.writ.orchestration.plan.Scope;
import io.writ.orchestration.plan.Word;
import io.writ.orchestration.plan.Wording;
import io.writ.orchestration.schedule.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a sentence answers a question, so that a question about X is not answered by a sentence about Y.
 *
 * <p>Every content word of the question weighs between 1 (in all documents found) and 2 (in one, or in none). A
 * sentence must say at least one of the words itself and, together with the name and headings of its document, cover
 * <ul>
 *   <li>two thirds of the weight,
 *   <li>every word that names one thing: a figure, a proper name,
 *   <li>every word that tells the documents apart: some say it, and not more than half of them. Where others speak of
 *       refunds and this one does not, it is about something else.
 * </ul>
 * A word by which the catalogue names the searched collection and that no text uses does not count: it says where to
 * look, not what for.
 */
final class Relevance {

    /** With less than this a sentence misses a rare word of a short question. */
    static final double COVERED_MIN = 2.0 / 3.0;

    private static final double UNSEEN = 2.0;

    private final Map<Word, Double> weights;
    private final Set<Word> required;
    private final double total;

    Relevance(List<Word> question, Optional<Scope> scope, List<Passage> passages, List<Hit> hits) {
        Collection<Set<String>> documents = documents(passages, hits);
        Map<Word, Double> weighed = new LinkedHashMap<>();
        Set<Word> needed = new HashSet<>();
        Set<String> scopeWords = scope.map(Scope::words).orElseGet(Set::of);
        for (Word word : question) {
            long frequency = documents.stream()
                    .filter(document -> document.stream().anyMatch(word::isKinOf))
                    .count();
            if (frequency > 0 || !scopeWords.contains(word.folded())) {
                weighed.putIfAbsent(word, frequency == 0 ? UNSEEN : 1.0 + 1.0 / frequency);
            }
            if (word.named() || (frequency > 0 && frequency * 2 <= documents.size())) {
                needed.add(word);
            }
        }
        this.weights = weighed;
        this.required = needed;
        this.total = weighed.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The words that count, in the order of the question. */
    List<Word> words() {
        return List.copyOf(weights.keySet());
    }

    boolean isAnswer(Passage passage) {
        return !weights.isEmpty() && !passage.said(words()).isEmpty() && isAbout(passage);
    }

    /** Whether sentence, heading and name together are about the question; the sentence itself may say none of it. */
    boolean isAbout(Passage passage) {
        double covered = 0;
        for (Map.Entry<Word, Double> weighed : weights.entrySet()) {
            if (passage.isAbout(weighed.getKey())) {
                covered += weighed.getValue();
            } else if (required.contains(weighed.getKey())) {
                return false;
            }
        }
        return total > 0 && covered / total >= COVERED_MIN;
    }

    /** How much of the question the sentence itself says. */
    double score(Passage passage) {
        return passage.said(words()).stream().mapToDouble(weights::get).sum();
    }

    /** A fetched document is known whole; of the others only the glimpse of the search. */
    private static Collection<Set<String>> documents(List<Passage> passages, List<Hit> hits) {
        Map<String, Set<String>> documents = new LinkedHashMap<>();
        for (Hit hit : hits) {
            documents.put(hit.objectId(), Wording.of(hit.preview()).foldedWords());
        }
        Map<String, List<String>> fetched = new LinkedHashMap<>();
        for (Passage passage : passages) {
            List<String> words = fetched.computeIfAbsent(passage.unit().objectId(), _ -> new ArrayList<>());
            words.addAll(passage.own());
            words.addAll(passage.context());
        }
        fetched.forEach((document, words) -> documents.put(document, Set.copyOf(words)));
        return documents.values();
    }
}
