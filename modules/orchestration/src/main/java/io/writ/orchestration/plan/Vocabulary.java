package io.writ.orchestration.plan;

import io.writ.governance.Capabilities;
import io.writ.governance.CollectionVocabulary;
import io.writ.governance.Withheld;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything the catalogue lets this caller name. Where two sources fit equally, the order of the catalogue decides. */
final class Vocabulary {

    private final List<ViewWords> views;
    private final List<NamedScope> scopes;
    private final List<NamedSource> withheld;

    private record NamedScope(Scope scope, List<Phrase> names) {}

    private record NamedSource(Withheld source, List<Phrase> names) {}

    /** A part of the documents, and the indexes of the words that name it. */
    record ScopeReading(Scope scope, Set<Integer> explained) {}

    /** A withheld source, and the indexes of the words that name it. */
    record WithheldReading(Withheld source, Set<Integer> explained) {}

    Vocabulary(Capabilities capabilities) {
        this.views = capabilities.views().stream().map(ViewWords::new).toList();
        this.scopes = capabilities.collections().stream()
                .map(collection -> new NamedScope(scope(collection), names(collection.title(), collection.words())))
                .toList();
        this.withheld = capabilities.withheld().stream()
                .map(source -> new NamedSource(source, names(source.title(), source.words())))
                .toList();
    }

    /** The view that explains most of the words, if any is really spoken of. */
    Optional<ViewReading> view(Wording question) {
        Set<Integer> content = content(question.words());
        Set<Integer> subject = content.stream()
                .filter(index -> !English.isFigureWord(question.words().get(index)))
                .collect(Collectors.toUnmodifiableSet());
        return views.stream()
                .map(view -> view.read(question))
                .filter(reading -> !reading.mentions().isEmpty())
                .filter(reading -> reading.isStrong() || reading.explained().containsAll(subject))
                .max(Comparator.comparingLong((ViewReading reading) -> common(reading.explained(), content))
                        .thenComparing(ViewReading::namesView)
                        .thenComparing(firstWins()));
    }

    /** The collection that explains most of the words; none when two do it equally well. */
    Optional<ScopeReading> scope(Wording question) {
        List<ScopeReading> readings = scopes.stream()
                .map(named -> new ScopeReading(named.scope(), indexes(named.names(), question.words())))
                .filter(reading -> !reading.explained().isEmpty())
                .sorted(Comparator.comparingInt(
                        (ScopeReading reading) -> -reading.explained().size()))
                .toList();
        if (readings.isEmpty() || (readings.size() > 1 && sameSize(readings.get(0), readings.get(1)))) {
            return Optional.empty();
        }
        return Optional.of(readings.getFirst());
    }

    /** Words of any collection at all. */
    Set<Integer> scopeWords(Wording question) {
        return scopes.stream()
                .flatMap(named -> indexes(named.names(), question.words()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The withheld source that explains most of the words. */
    Optional<WithheldReading> withheld(Wording question) {
        return withheld.stream()
                .map(named -> new WithheldReading(named.source(), indexes(named.names(), question.words())))
                .filter(reading -> !reading.explained().isEmpty())
                .reduce((best, next) ->
                        next.explained().size() > best.explained().size() ? next : best);
    }

    /** Indexes of words that can be what a question is about. */
    static Set<Integer> content(List<Word> words) {
        return IntStream.range(0, words.size())
                .filter(index -> English.isContent(words.get(index)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    static long common(Set<Integer> explained, Set<Integer> content) {
        return explained.stream().filter(content::contains).count();
    }

    private Comparator<ViewReading> firstWins() {
        List<String> order = new ArrayList<>();
        views.forEach(view -> order.add(view.viewId()));
        return Comparator.comparingInt(reading -> -order.indexOf(reading.view().viewId()));
    }

    private static boolean sameSize(ScopeReading first, ScopeReading second) {
        return first.explained().size() == second.explained().size();
    }

    private static Set<Integer> indexes(List<Phrase> names, List<Word> words) {
        Set<Integer> indexes = new HashSet<>();
        for (Phrase name : names) {
            name.in(words)
                    .forEach(span -> IntStream.range(span.from(), span.to()).forEach(indexes::add));
        }
        return Set.copyOf(indexes);
    }

    private static List<Phrase> names(String title, List<String> words) {
        return Stream.concat(Stream.of(title), words.stream())
                .map(Phrase::of)
                .distinct()
                .toList();
    }

    private static Scope scope(CollectionVocabulary collection) {
        Set<String> words = Stream.concat(Stream.of(collection.title(), collection.name()), collection.words().stream())
                .flatMap(name -> Phrase.of(name).folded().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Scope(collection.prefix(), collection.title(), words);
    }
}
