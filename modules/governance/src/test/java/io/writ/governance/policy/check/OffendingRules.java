package io.writ.governance.policy.check;

import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small policy in {@code src/test/resources/check}. A row that ends with {@code # expect CODE} has to be found, and
 * nothing else may be: the rows without are the near misses.
 */
record OffendingRules(String name) {

    private static final Path FOLDER = Path.of("src/test/resources/check");
    private static final Path DIST = Path.of("../../opa/dist");

    Path source() {
        return FOLDER.resolve(name + ".rego");
    }

    /** Row and code of everything that is wrong, as the policy says itself. */
    List<String> expected() {
        List<String> rows = lines(source());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] parts = rows.get(i).split("# expect ", 2);
            if (parts.length == 2) {
                expected.add((i + 1) + " " + parts[1].strip());
            }
        }
        return expected;
    }

    byte[] committedPlan() {
        return bytes(FOLDER.resolve(name + ".plan.json"));
    }

    /** What the check finds in the rules, over the shipped data. */
    List<Finding> findings(byte[] plan) {
        List<Finding> all = PlanCheck.findings(plan, shippedData(), Optional.empty());
        return all.stream()
                .filter(finding -> finding.where().startsWith(name + ".rego:"))
                .toList();
    }

    static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.where().substring(finding.where().indexOf(':') + 1) + " " + finding.code())
                .toList();
    }

    static JsonObject shippedData() {
        return StrictJson.parseObject(bytes(DIST.resolve("data.json")));
    }

    static byte[] shippedPlan() {
        return bytes(DIST.resolve("plan.json"));
    }

    static JsonObject shippedCatalogue() {
        return StrictJson.parseObject(bytes(Path.of("../../config/catalogue.json")));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
