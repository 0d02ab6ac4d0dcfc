package io.writ.cli.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What has to be true of every answer of the demo. */
final class DemoPromise {

    private DemoPromise() {}

    static List<String> differences(DemoQuestion question, JsonObject answer, JsonObject run) {
        List<String> differences = new ArrayList<>();
        String mode = answer.getString("terminal_mode");
        if (!mode.equals(question.expectedMode())) {
            differences.add("'" + question.text() + "' ended " + mode + ", promised " + question.expectedMode());
        }
        JsonArray decisions = run.getJsonArray("decisions_recorded");
        if (decisions.isEmpty()) {
            differences.add("'" + question.text() + "' left no decision in the ledger");
        }
        if (!run.getJsonObject("ledger").getBoolean("agrees", false)) {
            differences.add("'" + question.text() + "': its ledger entries do not agree with its records");
        }
        boolean denied = decisions.getValuesAs(JsonObject.class).stream()
                .anyMatch(decision -> "deny".equals(decision.getString("verdict")));
        if (question.expectedMode().equals("INSUFFICIENT_PERMISSION") && !denied) {
            differences.add("'" + question.text() + "' was refused without a recorded denial");
        }
        return differences;
    }
}
