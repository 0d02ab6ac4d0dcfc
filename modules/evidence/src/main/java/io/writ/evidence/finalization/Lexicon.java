package io.writ.evidence.finalization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The few English words the gate treats in a special way. Everything else has to be found as it is. */
final class Lexicon {

    /** May be added or left out without changing what a sentence says. */
    static final Set<String> FUNCTION_WORDS = Set.of(
            "a", "an", "the", "of", "is", "are", "was", "were", "be", "been", "being", "in", "on", "at", "to", "for",
            "by", "with", "as", "it", "do", "does", "did", "its", "this", "that", "these", "those", "there", "has",
            "have", "had", "and", "which");

    static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nobody",
            "nothing",
            "neither",
            "nor",
            "without",
            "cannot",
            "unless",
            "if",
            "only",
            "except",
            "excluding",
            "hardly");

    static final Set<String> BOUNDS = Set.of(
            "more",
            "less",
            "fewer",
            "least",
            "most",
            "over",
            "under",
            "above",
            "below",
            "up",
            "than",
            "until",
            "before",
            "after",
            "about",
            "approximately",
            "around",
            "nearly",
            "almost",
            "maximum",
            "minimum");

    /** Frame a quotation and need not stand in the quoted text. */
    static final Set<String> REPORTING = Set.of(
            "say",
            "said",
            "state",
            "stated",
            "read",
            "write",
            "written",
            "wrote",
            "note",
            "noted",
            "according",
            "document",
            "file",
            "text",
            "quote",
            "quoted",
            "handbook",
            "policy",
            "source",
            "line",
            "section",
            "record");

    /** Name a record as such. */
    static final Set<String> RECORD_WORDS =
            Set.of("record", "row", "value", "field", "entry", "listed", "shown", "show", "equal", "group", "view");

    /** Ways to say the name of a metric. */
    static final Map<String, List<String>> METRIC_NAMES = Map.of(
            "count", List.of("count", "number"),
            "sum", List.of("sum", "total"),
            "avg", List.of("avg", "average", "mean"),
            "min", List.of("min", "minimum", "lowest", "smallest"),
            "max", List.of("max", "maximum", "highest", "largest"));

    static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("jpy", "JPY"),
            Map.entry("chf", "CHF"));

    static final Map<String, Integer> SCALES = Map.of(
            "hundred", 2,
            "thousand", 3,
            "million", 6,
            "billion", 9,
            "trillion", 12);

    private Lexicon() {}

    /** Folds a plural s, so that "fees" finds "fee". */
    static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
