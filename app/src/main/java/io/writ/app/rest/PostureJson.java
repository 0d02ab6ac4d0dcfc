package io.writ.app.rest;

import io.writ.app.json.JsonBuilders;
import io.writ.governance.PostureReport;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The posture as it is answered. */
final class PostureJson {

    private static final String ACTIVE = "active";
    private static final String INACTIVE = "inactive";

    private PostureJson() {}

    static JsonObject of(PostureReport report) {
        return JsonBuilders.object()
                .add("node", report.node())
                .add("status", status(report))
                .add("gates", gates(report.facts()))
                .add("facts", texts(report.facts()))
                .add("policy", policy(report.policy()))
                .add("declared", texts(report.declared()))
                .add("weaknesses", JsonBuilders.array(report.weaknesses()))
                .build();
    }

    private static String status(PostureReport report) {
        if (report.declared().isEmpty()) {
            return "undeclared";
        }
        return report.weaknesses().isEmpty() ? "as_declared" : "weaker";
    }

    private static JsonObjectBuilder gates(Map<String, String> facts) {
        JsonObjectBuilder gates = JsonBuilders.object();
        facts.forEach((name, value) -> {
            if (value.equals(ACTIVE) || value.equals(INACTIVE)) {
                gates.add(name, value.equals(ACTIVE) ? JsonValue.TRUE : JsonValue.FALSE);
            }
        });
        return gates;
    }

    private static JsonObjectBuilder texts(Map<String, String> values) {
        JsonObjectBuilder texts = JsonBuilders.object();
        values.forEach(texts::add);
        return texts;
    }

    private static JsonObjectBuilder policy(PostureReport.PolicyInForce policy) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("revision", policy.revision())
                .add("bundle_sha256", policy.bundle().hex());
        policy.signedBy().ifPresent(key -> json.add("signed_by", key));
        json.add("rules", policy.rules()).add("canaries", policy.canaries());
        policy.activatedAt().ifPresent(moment -> json.add("activated_at", text(moment)));
        json.add("confirmed_at", text(policy.confirmedAt()))
                .add("age_secs", policy.age().toSeconds())
                .add("decisions", decisions(policy.decisions()));
        policy.lastTrouble()
                .ifPresent(trouble -> json.add(
                        "last_trouble",
                        JsonBuilders.object()
                                .add("code", trouble.code())
                                .add("problem", trouble.problem())
                                .add("at", text(trouble.at()))));
        return json;
    }

    private static JsonObjectBuilder decisions(PostureReport.Decisions decisions) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("allowed", decisions.allowed())
                .add("denied", decisions.denied())
                .add("undecided", decisions.undecided());
        decisions.last().ifPresent(moment -> json.add("last_at", text(moment)));
        return json;
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
