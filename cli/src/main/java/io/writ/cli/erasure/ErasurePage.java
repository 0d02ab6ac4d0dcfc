package io.writ.cli.erasure;

import java.util.Locale;

/** What an operator is told. The person's id is not repeated: terminals are logged. */
final class ErasurePage {

    private ErasurePage() {}

    static String nothing(Person person) {
        return "Nothing is held about this person in tenant " + person.tenant() + ".\n";
    }

    static String preview(Erased found, Reach reach) {
        return "Would be erased:\n" + counts(found) + stays(reach)
                + "Nothing was changed. Repeat with --yes to erase; it cannot be undone.\n";
    }

    static String meanwhile(Erased left) {
        return "Meanwhile more was recorded about the person: withdraw their access, wait a minute, and repeat.\n"
                + counts(left);
    }

    static String receipt(Receipt receipt, Reach reach) {
        return """
                Erased:
                %s\
                Recorded as decision %s, lane %d.
                Receipt for the person: the record commits to them as
                  %s
                which is SHA-256 of byte 20 (hex), this salt, and their id. The salt is stored nowhere else:
                  %s
                %s""".formatted(
                        counts(receipt.erased()),
                        receipt.recordId(),
                        receipt.lane(),
                        receipt.commitment(),
                        receipt.salt(),
                        stays(reach));
    }

    /** What an erasure does not reach, so that nobody takes it for gone. */
    private static String stays(Reach reach) {
        String others = switch (reach) {
            case OWN ->
                "evidence, kept versions of documents, and answers to others, also where they name the person"
                        + " (--evidence, --texts)";
            case EVIDENCE ->
                "texts in which the id is a word among others: evidence, kept versions of documents, answers"
                        + " to others (--texts)";
            case TEXTS -> "texts that mean the person without writing the id";
        };
        return "Stays: " + others + ".\nStays as well: what sources hold themselves, which is read again; digests in"
                + " records,\nwhich can be tested by guessing; purposes, request ids and locators. See docs/ERASURE.md.\n";
    }

    private static String counts(Erased erased) {
        var text = new StringBuilder();
        erased.counts().stream()
                .filter(count -> count.rows() > 0)
                .forEach(count -> text.append(String.format(Locale.ROOT, "  %,10d %s%n", count.rows(), count.words())));
        return text.toString();
    }
}
