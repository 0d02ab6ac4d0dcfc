package io.writ.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A class that may break one rule until a day.
 *
 * @param rule name of the rule
 * @param type fully qualified class
 * @param record file name of the ADR that says why
 * @param owner who removes it
 */
record Exemption(String rule, String type, String record, String owner, LocalDate expires) {

    static final Path FILE = Repository.root().resolve("config/boundary-exemptions.txt");

    /** One exemption per line: rule | class | ADR | owner | last day. */
    static List<Exemption> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Exemption::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Exemption parse(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("an exemption has five parts: " + line);
        }
        return new Exemption(
                parts[0].strip(),
                parts[1].strip(),
                parts[2].strip(),
                parts[3].strip(),
                LocalDate.parse(parts[4].strip()));
    }

    boolean covers(String ruleName, String violation) {
        return rule.equals(ruleName) && violation.contains(type);
    }

    boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
