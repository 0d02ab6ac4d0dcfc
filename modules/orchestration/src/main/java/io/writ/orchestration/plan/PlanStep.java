package io.writ.orchestration.plan;

import io.writ.governance.Metric;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.Withheld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** One step of a plan: what to read, and why. */
public sealed interface PlanStep {

    /** One sentence for a reader of the run. */
    String why();

    /**
     * Reads rows of a view.
     *
     * @param fields what is read
     * @param asked what the question wants to know; empty means all of it
     * @param filter equality filters, joined by AND
     * @param choices for fields of which several values are meant: a row must have one of them
     * @param mustSay words a row must contain to be an answer, because no filter could express them
     */
    record ReadRows(
            ViewVocabulary view,
            List<String> fields,
            List<String> asked,
            SequencedMap<String, String> filter,
            Map<String, List<String>> choices,
            List<Word> mustSay,
            String why)
            implements PlanStep {
        public ReadRows {
            fields = List.copyOf(fields);
            asked = List.copyOf(asked);
            filter = Frozen.copyOf(filter);
            choices = Map.copyOf(choices);
            mustSay = List.copyOf(mustSay);
        }
    }

    /**
     * Computes figures over a view.
     *
     * @param groupBy includes every filtered field, so that the answer itself says what was counted
     * @param onlyValues groups to tell, when the question names several values of one field; empty means all
     */
    record Aggregate(
            ViewVocabulary view,
            Metric metric,
            List<String> groupBy,
            SequencedMap<String, String> filter,
            List<String> onlyValues,
            Optional<Granularity> granularity,
            Optional<Ranking> ranking,
            String why)
            implements PlanStep {
        public Aggregate {
            groupBy = List.copyOf(groupBy);
            filter = Frozen.copyOf(filter);
            onlyValues = List.copyOf(onlyValues);
        }
    }

    /**
     * Searches documents and reads the best of them.
     *
     * @param words what the answer must be about
     * @param scope where to look; absent means everywhere the caller may
     */
    record LookUp(List<Word> words, Optional<Scope> scope, String why) implements PlanStep {
        public LookUp {
            words = List.copyOf(words);
        }
    }

    /** Searches a document, and lists the versions of the best match. */
    record ReviewVersions(List<Word> words, Optional<Scope> scope, String why) implements PlanStep {
        public ReviewVersions {
            words = List.copyOf(words);
        }
    }

    /** Asks for a source that is withheld, so that the gateway decides and records the refusal. */
    record AskWithheld(Withheld source, List<Word> words, String why) implements PlanStep {
        public AskWithheld {
            words = List.copyOf(words);
        }
    }
}
