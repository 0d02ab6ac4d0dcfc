package io.writ.cli.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One question on one screen: the answer, its sources, every decision with its reason, and the ledger. */
final class DemoReport {

    private static final int DIGEST_SHOWN = 12;

    private final PrintWriter out;

    DemoReport(PrintWriter out) {
        this.out = out;
    }

    void print(int number, DemoQuestion question, JsonObject answer, JsonObject run) {
        out.println();
        out.printf("%d. %s asks: %s%n", number, question.principal(), question.text());
        out.println("   " + question.shows());
        out.println();
        out.println("   " + answer.getString("terminal_mode"));
        answer.getString("response_text").lines().forEach(line -> out.println("     " + line));
        sources(answer);
        decisions(run.getJsonArray("decisions_recorded"));
        ledger(run);
        out.flush();
    }

    private void sources(JsonObject answer) {
        Map<String, String> locations = new LinkedHashMap<>();
        for (JsonObject claim :
                answer.getJsonObject("claim_map").getJsonArray("claims").getValuesAs(JsonObject.class)) {
            for (JsonObject snippet : list(claim, "evidence_snippets").getValuesAs(JsonObject.class)) {
                locations.putIfAbsent(snippet.getString("evidence_unit_id"), snippet.getString("location"));
            }
        }
        if (locations.isEmpty()) {
            out.println("   sources: none");
            return;
        }
        out.println("   sources:");
        locations.forEach((id, location) -> out.printf("     %s  evidence %s%n", location, shortened(id)));
    }

    private void decisions(JsonArray decisions) {
        out.println("   decisions:");
        for (JsonObject decision : decisions.getValuesAs(JsonObject.class)) {
            out.printf(
                    "     %-6s %-28s %-34s lane %d seq %d  %s%n",
                    decision.getString("verdict"),
                    what(decision),
                    decision.getString("reason"),
                    decision.getInt("lane"),
                    decision.getInt("seq"),
                    shortened(decision.getString("entry_hash")));
        }
    }

    private void ledger(JsonObject run) {
        JsonObject ledger = run.getJsonObject("ledger");
        if (ledger.getBoolean("agrees", false)) {
            out.printf("   ledger: %d entries, each agrees with its record%n", ledger.getInt("entries"));
        } else {
            out.println("   ledger: " + ledger);
        }
    }

    private static String what(JsonObject decision) {
        return decision.containsKey("operator")
                ? decision.getString("action") + " " + decision.getString("operator")
                : decision.getString("action");
    }

    private static JsonArray list(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()));
    }
}
