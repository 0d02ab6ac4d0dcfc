package io.writ.governance.policy.bundle;

import io.writ.evidence.SharedJson;
import io.writ.governance.policy.engine.PolicyBundle;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;

/** How large a compiled policy is. */
final class PlanSize {

    private PlanSize() {}

    /** Functions of the plan; 0 for one that has no list of them. */
    static int functions(PolicyBundle bundle) {
        try (JsonReader plan = SharedJson.PROVIDER.createReader(new ByteArrayInputStream(bundle.plan()))) {
            return plan.read() instanceof JsonObject document
                            && document.get("funcs") instanceof JsonObject funcs
                            && funcs.get("funcs") instanceof JsonArray list
                    ? list.size()
                    : 0;
        }
    }
}
