package io.writ.orchestration.claim;

import io.writ.evidence.Clarification;
import io.writ.governance.Capabilities;
import io.writ.governance.Capability;
import io.writ.governance.CollectionVocabulary;
import io.writ.governance.ViewVocabulary;
import io.writ.orchestration.schedule.Findings;
import io.writ.orchestration.schedule.Hit;
import java.util.List;
import java.util.stream.Stream;

/** Asks back, with ways to go on that this caller is allowed to take. */
final class Scopes {

    /** More choices are not read. */
    private static final int OPTIONS_MAX = 8;

    private final Capabilities capabilities;

    Scopes(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    Clarification clarification(List<PartAnswer> answers) {
        List<String> documents = answers.stream()
                .flatMap(answer -> answer.findings().attempts().stream())
                .map(Findings::hits)
                .flatMap(List::stream)
                .map(Hit::objectId)
                .distinct()
                .map(document -> "What does " + document + " say?")
                .toList();
        List<String> options = Stream.of(documents, examples(), titles())
                .flatMap(List::stream)
                .distinct()
                .limit(OPTIONS_MAX)
                .toList();
        String question = options.isEmpty()
                ? "The question is too broad, and there are no sources that you may read. Ask for access first."
                : "The question is too broad to read anything for it. Which of these safe scopes do you mean?";
        return new Clarification(question, options);
    }

    private List<String> examples() {
        return capabilities.entries().stream()
                .map(Capability::examples)
                .flatMap(examples -> examples.stream().limit(2))
                .toList();
    }

    private List<String> titles() {
        return Stream.concat(
                        capabilities.views().stream().map(ViewVocabulary::title),
                        capabilities.collections().stream().map(CollectionVocabulary::title))
                .toList();
    }
}
