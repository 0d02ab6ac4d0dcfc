package io.writ.governance.policy.workbench;

import io.writ.evidence.SharedJson;
import io.writ.governance.policy.check.Finding;
import io.writ.governance.policy.check.Severity;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** What was found about one policy, for people and for programs. */
public final class CheckReport {

    private final String revision;
    private final List<Finding> findings;

    CheckReport(String revision, List<Finding> findings) {
        this.revision = revision;
        this.findings = findings.stream().sorted().toList();
    }

    /** How many findings refuse activation. */
    public int errors() {
        return count(Severity.ERROR);
    }

    public int warnings() {
        return count(Severity.WARNING);
    }

    private int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** One paragraph per finding, errors first, and a summary line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.severity())
                    .append(' ')
                    .append(finding.where())
                    .append(' ')
                    .append(finding.rule())
                    .append("\n    ")
                    .append(finding.advice())
                    .append(" [")
                    .append(finding.code())
                    .append("]\n");
        }
        return text.append(summary()).append('\n').toString();
    }

    private String summary() {
        if (findings.isEmpty()) {
            return "Policy " + revision + ": nothing found.";
        }
        String verdict = errors() > 0 ? "; a server refuses to activate it." : "; it can be activated.";
        return String.format(
                Locale.ROOT,
                "Policy %s: %s, %s%s",
                revision,
                counted(errors(), "error"),
                counted(warnings(), "warning"),
                verdict);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The same as one JSON object. */
    public JsonObject json() {
        JsonArrayBuilder list = SharedJson.PROVIDER.createArrayBuilder();
        findings.forEach(finding -> list.add(SharedJson.PROVIDER
                .createObjectBuilder()
                .add("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .add("code", finding.code())
                .add("rule", finding.rule())
                .add("where", finding.where())
                .add("advice", finding.advice())));
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("revision", revision)
                .add("errors", errors())
                .add("warnings", warnings())
                .add("findings", list)
                .build();
    }
}
