package io.writ.app.rest;

import io.writ.app.json.JsonMembers;
import io.writ.evidence.Budget;
import io.writ.evidence.BudgetJson;
import io.writ.governance.SessionRequest;
import java.util.Optional;

/** The body of {@code POST /v1/sessions}. */
final class SessionForm {

    private SessionForm() {}

    static SessionRequest parse(JsonMembers body) {
        Budget budget = BudgetJson.read(body.object("budget"));
        Optional<String> purpose = body.optionalText("purpose").filter(text -> !text.isBlank());
        SessionRequest request = new SessionRequest(budget, AsOfTime.in(body), purpose, Optional.empty());
        body.end();
        return request;
    }
}
