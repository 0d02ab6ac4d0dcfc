package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceSnippet;
import io.writ.evidence.EvidenceUnit;
import io.writ.governance.ViewVocabulary;
import io.writ.orchestration.plan.PlanStep;
import io.writ.orchestration.plan.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Claims that tell the values of rows, one claim per row. */
final class RowClaims {

    private RowClaims() {}

    /** Claims for the rows the question is about; a row that only came along is not told. */
    static List<Claim> of(PlanStep.ReadRows step, List<EvidenceUnit> units) {
        List<Row> rows = units.stream()
                .map(unit -> new Row(unit))
                .filter(row -> isMeant(step, row))
                .toList();
        return rows.stream().flatMap(row -> claim(step, row).stream()).toList();
    }

    private static boolean isMeant(PlanStep.ReadRows step, Row row) {
        boolean filtered = step.filter().entrySet().stream()
                .allMatch(wanted -> row.value(wanted.getKey())
                        .map(wanted.getValue()::equalsIgnoreCase)
                        .orElse(true));
        boolean chosen = step.choices().entrySet().stream()
                .allMatch(choice -> row.value(choice.getKey())
                        .filter(value -> choice.getValue().stream().anyMatch(value::equalsIgnoreCase))
                        .isPresent());
        Set<String> said = row.values().stream()
                .flatMap(value -> Wording.of(value).foldedWords().stream())
                .collect(Collectors.toUnmodifiableSet());
        return filtered && chosen && step.mustSay().stream().allMatch(word -> said.contains(word.folded()));
    }

    /**
     * Every value stands behind the name of its field, the key too: the gate pairs names with values, and a value
     * without a name could belong to any field.
     */
    private static Optional<Claim> claim(PlanStep.ReadRows step, Row row) {
        List<String> statements = new ArrayList<>();
        for (String field : told(step)) {
            row.told(field).ifPresent(value -> statements.add(field.replace('_', ' ') + " is " + value));
        }
        boolean onlyKey = statements.size() == 1 && told(step).size() > 1;
        if (statements.isEmpty() || onlyKey) {
            return Optional.empty();
        }
        String said = String.join(", ", statements);
        EvidenceSnippet snippet = new EvidenceSnippet(row.unit().id(), row.location(), said);
        return Optional.of(new Claim(
                title(step.view()) + said,
                ClaimStatus.SUPPORTED,
                List.of(row.unit().id()),
                List.of(snippet)));
    }

    /** The key first, then what was filtered by: they show that this is the row in question. */
    private static List<String> told(PlanStep.ReadRows step) {
        Set<String> told = new LinkedHashSet<>();
        told.add(step.view().key());
        told.addAll(step.filter().sequencedKeySet());
        told.addAll(new TreeSet<>(step.choices().keySet()));
        told.addAll(step.asked().isEmpty() ? step.fields() : step.asked());
        return List.copyOf(told);
    }

    /** A title says nothing that the evidence says, unless it is the name of the view in other letters. */
    private static String title(ViewVocabulary view) {
        Set<String> id = Wording.of(view.viewId().replace('_', ' ')).foldedWords();
        return id.containsAll(Wording.of(view.title()).foldedWords()) ? view.title() + ": " : "";
    }
}
