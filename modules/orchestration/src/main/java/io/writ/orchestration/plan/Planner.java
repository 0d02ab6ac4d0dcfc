package io.writ.orchestration.plan;

import io.writ.governance.Capabilities;
import io.writ.orchestration.plan.Vocabulary.ScopeReading;
import io.writ.orchestration.plan.Vocabulary.WithheldReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans by rules: the same question and the same vocabulary give the same plan. */
public final class Planner {

    private final Vocabulary vocabulary;

    public Planner(Capabilities capabilities) {
        this.vocabulary = new Vocabulary(capabilities);
    }

    /** Plans one part per thing that is asked. */
    public Plan plan(String question) {
        List<Part> parts = new ArrayList<>();
        Optional<Signals> earlier = Optional.empty();
        for (String clause :
                Clauses.of(question, text -> reading(text, Optional.empty()).standsAlone())) {
            ClauseReading reading = reading(clause, earlier);
            earlier = Optional.of(reading.signals());
            new PartPlanning(reading).part().filter(part -> isNew(parts, part)).ifPresent(parts::add);
        }
        return new Plan(parts);
    }

    private ClauseReading reading(String clause, Optional<Signals> earlier) {
        Wording wording = Wording.of(clause);
        Optional<ViewReading> view = vocabulary.view(wording);
        Optional<ScopeReading> scope = vocabulary.scope(wording);
        Optional<WithheldReading> withheld = vocabulary.withheld(wording);
        Signals own =
                Signals.of(wording.words(), view.map(ViewReading::compounds).orElseGet(Set::of));
        Signals signals = earlier.map(own::orMeasuresOf).orElse(own);
        return new ClauseReading(wording, signals, view, scope, vocabulary.scopeWords(wording), withheld);
    }

    private static boolean isNew(List<Part> parts, Part part) {
        return parts.stream().noneMatch(known -> known.step().equals(part.step()));
    }
}
