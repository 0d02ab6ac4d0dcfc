package io.writ.app.rest;

import io.writ.app.json.JsonMembers;
import io.writ.governance.BacktestOrder;
import io.writ.governance.CandidatePolicy;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A backtest as it is ordered in JSON. */
final class BacktestForm {

    private BacktestForm() {}

    static BacktestOrder read(JsonMembers body) {
        CandidatePolicy candidate = candidate(body.members("candidate"));
        int decisions = decisions(body);
        Optional<Set<String>> failOn =
                body.has("fail_on") ? Optional.of(Set.copyOf(body.textList("fail_on"))) : Optional.empty();
        body.end();
        return new BacktestOrder(candidate, decisions, failOn);
    }

    private static CandidatePolicy candidate(JsonMembers candidate) {
        CandidatePolicy.Parts parts = new CandidatePolicy.Parts(
                candidate.optionalObject("data"),
                candidate.optionalObject("manifest"),
                candidate.optionalObject("plan"));
        if (parts.data().isEmpty() && parts.plan().isEmpty()) {
            throw candidate.wrong("data", "or plan is required: what is absent is taken from the policy in force");
        }
        candidate.end();
        return parts;
    }

    private static int decisions(JsonMembers body) {
        OptionalInt last = body.optionalInteger("last");
        int decisions = last.orElse(BacktestOrder.DECISIONS_DEFAULT);
        if (decisions < 1 || decisions > BacktestOrder.DECISIONS_MAX) {
            throw body.wrong("last", "must be from 1 to " + BacktestOrder.DECISIONS_MAX);
        }
        return decisions;
    }
}
