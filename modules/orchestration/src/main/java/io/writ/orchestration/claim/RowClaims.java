package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceSnippet;
import io.writ.evidence.EvidenceUnit;
import io.writ.governance.FieldVocabulary;
import io.writ.orchestration.plan.PlanStep;
import io.writ.orchestration.plan.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims that tell the values of rows, one claim per row. */
final class RowClaims {

    private RowClaims() {}

    /** Claims for the rows the question is about; a row that only came along is not told. */
    static List<Claim> of(PlanStep.ReadRows step, List<EvidenceUnit> units) {
        List<Row> rows = units.stream()
                .map(unit -> new Row(unit, step.view().key()))
                .filter(row -> isMeant(step, row))
                .toList();
        return rows.stream().flatMap(row -> claim(step, row).stream()).toList();
    }

    private static boolean isMeant(PlanStep.ReadRows step, Row row) {
        boolean filtered = step.filter().entrySet().stream()
                .allMatch(wanted -> row.value(wanted.getKey())
                        .map(wanted.getValue()::equalsIgnoreCase)
                        .orElse(true));
        Set<String> said = row.values().stream()
                .flatMap(value -> Wording.of(value).foldedWords().stream())
                .collect(Collectors.toUnmodifiableSet());
        return filtered && step.mustSay().stream().allMatch(word -> said.contains(word.folded()));
    }

    private static Optional<Claim> claim(PlanStep.ReadRows step, Row row) {
        List<String> statements = new ArrayList<>();
        for (String field : told(step)) {
            row.value(field).ifPresent(value -> statements.add(title(step, field) + " is " + value));
        }
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        String said = String.join(", ", statements);
        EvidenceSnippet snippet = new EvidenceSnippet(row.unit().id(), row.location(), said);
        String text = step.view().title() + " " + row.key() + ": " + said;
        return Optional.of(
                new Claim(text, ClaimStatus.SUPPORTED, List.of(row.unit().id()), List.of(snippet)));
    }

    /** What was filtered by comes first: it shows that this is the row in question. */
    private static List<String> told(PlanStep.ReadRows step) {
        Set<String> told = new LinkedHashSet<>(step.filter().sequencedKeySet());
        told.addAll(step.asked().isEmpty() ? step.fields() : step.asked());
        told.remove(step.view().key());
        return told.isEmpty() ? List.of(step.view().key()) : List.copyOf(told);
    }

    private static String title(PlanStep.ReadRows step, String field) {
        return step.view().fields().stream()
                .filter(known -> known.name().equals(field))
                .map(FieldVocabulary::title)
                .findFirst()
                .orElse(field);
    }
}
