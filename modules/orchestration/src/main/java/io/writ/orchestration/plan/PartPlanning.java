package io.writ.orchestration.plan;

import io.writ.orchestration.plan.Vocabulary.WithheldReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses how to answer one clause, and what to try when that gives nothing. */
final class PartPlanning {

    /** A search takes 512 bytes; words beyond this many add cost and no meaning. */
    static final int SEARCH_WORDS_MAX = 16;

    private final ClauseReading clause;

    PartPlanning(ClauseReading clause) {
        this.clause = clause;
    }

    /** Empty when the clause is about nothing in particular. */
    Optional<Part> part() {
        if (clause.content().isEmpty() || clause.isBareView()) {
            return Optional.empty();
        }
        List<PlanStep> ways = ways();
        return Optional.of(new Part(
                clause.wording().text(),
                clause.contentWords(),
                clause.isBareTopic(),
                ways.getFirst(),
                ways.stream().skip(1).findFirst()));
    }

    /** Best way first. A withheld source that explains more than any readable one is asked first, so it can refuse. */
    private List<PlanStep> ways() {
        List<PlanStep> readable = readable();
        Optional<PlanStep> withheld = clause.withheld().map(this::askWithheld);
        if (withheld.isEmpty() || unexplainedByReadable() == 0) {
            return readable;
        }
        List<PlanStep> ways = new ArrayList<>();
        if (withheldCount() > readableCount()) {
            ways.add(withheld.get());
        } else {
            ways.add(readable.getFirst());
            ways.add(withheld.get());
        }
        return ways;
    }

    private List<PlanStep> readable() {
        List<PlanStep> ways = new ArrayList<>();
        Optional<PlanStep> structured = structured();
        structured.ifPresent(ways::add);
        if (structured.isEmpty() || !isOneRow(structured.get())) {
            ways.add(documents());
        }
        if (structured.isEmpty()) {
            weakRows().or(this::everywhere).ifPresent(ways::add);
        }
        return ways;
    }

    private Optional<PlanStep> structured() {
        if (clause.view().isEmpty() || clause.signals().versions()) {
            return Optional.empty();
        }
        ViewReading view = clause.view().get();
        if (clause.signals().wantsFigure() || wantsGroups(view)) {
            return clause.unexplained().isEmpty() ? figures(view) : Optional.empty();
        }
        return rowsFit(view) ? Optional.of(new RowsPlanning(view, clause.unexplained()).step()) : Optional.empty();
    }

    /** Figures where the metrics give them; a figure over single rows is told by the rows themselves. */
    private Optional<PlanStep> figures(ViewReading view) {
        Optional<PlanStep> figure = new FigurePlanning(view, clause.signals()).step();
        boolean singleRow = view.namesField()
                && view.values().keySet().stream().anyMatch(field -> field.filterable() && !field.groupable());
        return figure.isPresent() || !singleRow ? figure : Optional.of(new RowsPlanning(view, List.of()).step());
    }

    private boolean wantsGroups(ViewReading view) {
        return view.namesView()
                && clause.signals().groupingAt().stream()
                        .anyMatch(at -> view.mentions().stream()
                                .anyMatch(mention -> mention.span().from() == at + 1
                                        && mention instanceof Mention.OfField field
                                        && field.field().groupable()));
    }

    /** Words the view cannot explain are fine when they name one row, or when a field or value was named too. */
    private boolean rowsFit(ViewReading view) {
        List<Word> left = clause.unexplained();
        if (left.isEmpty()) {
            return true;
        }
        return !clause.signals().documents()
                && !clause.signals().compares()
                && (view.namesField() || view.namesValue() || left.stream().allMatch(Word::named));
    }

    private Optional<PlanStep> weakRows() {
        Signals signals = clause.signals();
        boolean usable = !signals.versions()
                && !signals.wantsFigure()
                && !signals.compares()
                && clause.scope().isEmpty();
        return clause.view()
                .filter(view -> usable && view.isStrong())
                .map(view -> new RowsPlanning(view, clause.unexplained()).step());
    }

    private PlanStep documents() {
        List<Word> words =
                clause.contentWords().stream().limit(SEARCH_WORDS_MAX).toList();
        Optional<Scope> scope = clause.scope().map(Vocabulary.ScopeReading::scope);
        String where = scope.map(found -> " in " + found.title()).orElse("");
        if (clause.signals().versions()) {
            return new PlanStep.ReviewVersions(
                    withoutVersionWords(), scope, "the question asks for versions of a document" + where);
        }
        return new PlanStep.LookUp(words, scope, "the words may stand in a document" + where);
    }

    private Optional<PlanStep> everywhere() {
        return documents() instanceof PlanStep.LookUp(List<Word> words, Optional<Scope> scope, String _)
                        && scope.isPresent()
                ? Optional.of(new PlanStep.LookUp(words, Optional.empty(), "the words may stand in any document"))
                : Optional.empty();
    }

    private List<Word> withoutVersionWords() {
        List<Word> subject = clause.contentWords().stream()
                .filter(word -> !English.VERSIONS.contains(word.folded()) && !English.CHANGES.contains(word.folded()))
                .limit(SEARCH_WORDS_MAX)
                .toList();
        return subject.isEmpty() ? clause.contentWords() : subject;
    }

    private PlanStep askWithheld(WithheldReading reading) {
        return new PlanStep.AskWithheld(
                reading.source(),
                clause.contentWords(),
                "the question is about " + reading.source().title() + ", and policy has to say so");
    }

    private long unexplainedByReadable() {
        Set<Integer> explained = clause.withheld().orElseThrow().explained();
        return explained.stream()
                .filter(index -> !clause.scopeWords().contains(index))
                .filter(index -> clause.view()
                        .filter(view -> view.explained().contains(index))
                        .isEmpty())
                .count();
    }

    private long withheldCount() {
        return Vocabulary.common(clause.withheld().orElseThrow().explained(), clause.content());
    }

    private long readableCount() {
        long byView = clause.view()
                .map(view -> Vocabulary.common(view.explainedByName(), clause.content()))
                .orElse(0L);
        return Math.max(byView, Vocabulary.common(clause.scopeWords(), clause.content()));
    }

    private static boolean isOneRow(PlanStep step) {
        return step instanceof PlanStep.ReadRows rows
                && !rows.filter().isEmpty()
                && rows.mustSay().isEmpty();
    }
}
