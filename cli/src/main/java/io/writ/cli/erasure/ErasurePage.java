package io.writ.cli.erasure;

import java.util.Locale;

/** What an operator is told. The person's id is not repeated: terminals are logged. */
final class ErasurePage {

    private ErasurePage() {}

    static String nothing(Person person) {
        return "Nothing is held about this person in tenant " + person.tenant() + ".\n";
    }

    static String preview(Erased found, boolean evidence) {
        String kept =
                evidence ? "" : "Evidence stays as its sources gave it; --evidence empties what names the person.\n";
        return "Would be erased:\n" + counts(found) + kept
                + "Nothing was changed. Repeat with --yes to erase; it cannot be undone.\n";
    }

    static String receipt(Receipt receipt, Erased left) {
        String again = left.isNothing()
                ? ""
                : "Meanwhile more was recorded about the person, see above for its kind: withdraw their access, wait a"
                        + " minute, and repeat.\n"
                        + counts(left);
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
                        again);
    }

    private static String counts(Erased erased) {
        var text = new StringBuilder();
        erased.counts().stream()
                .filter(count -> count.rows() > 0)
                .forEach(count -> text.append(String.format(Locale.ROOT, "  %,10d %s%n", count.rows(), count.words())));
        return text.toString();
    }
}
