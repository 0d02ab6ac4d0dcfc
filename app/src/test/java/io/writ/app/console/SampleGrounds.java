package io.writ.app.console;

import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import io.writ.governance.RuleResult;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;

/** How decisions may have come about. */
final class SampleGrounds {

    private SampleGrounds() {}

    static Grounds of(String verdict) {
        return switch (verdict) {
            case "allow" -> Grounds.of(traced(true));
            case "deny" ->
                new Grounds(
                        traced(false),
                        Optional.of(new LeastChange(
                                List.of(
                                        List.of(new Change(
                                                "/subject/roles/-",
                                                Optional.empty(),
                                                Optional.of(Json.createValue("hr")))),
                                        List.of(
                                                new Change(
                                                        "/operator",
                                                        Optional.of(Json.createValue("fetch_rows")),
                                                        Optional.of(Json.createValue("aggregate"))),
                                                new Change(
                                                        "/resource/fields/1",
                                                        Optional.of(Json.createValue("name")),
                                                        Optional.empty()))),
                                false)));
            default -> Grounds.of(new Explanation.Opaque(SampleRuns.HOSTILE));
        };
    }

    private static Explanation traced(boolean whole) {
        return new Explanation.Traced(
                List.of(
                        new RuleResult(
                                "writ.authz.decision", "writ/authz/policy.rego:24", true, true, List.of("/action")),
                        new RuleResult(
                                "writ.authz.held_roles",
                                "writ/authz/subject.rego:4",
                                true,
                                true,
                                List.of("/subject/roles", "/subject/tenant")),
                        new RuleResult(
                                "writ.authz.serves_purpose", "writ/authz/subject.rego:39", true, false, List.of()),
                        new RuleResult(
                                "writ.authz.row_scope",
                                "writ/authz/views.rego:148",
                                false,
                                false,
                                List.of("/subject/attributes/*"))),
                !whole);
    }
}
