package io.writ.app.rest;

import io.writ.app.json.JsonBuilders;
import io.writ.governance.BacktestView;
import io.writ.governance.BacktestView.State;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** One backtest on the wire. */
final class BacktestJson {

    private BacktestJson() {}

    static JsonObject of(BacktestView backtest) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("backtest_id", backtest.id().toString())
                .add("requested_at", backtest.requestedAt().toString())
                .add("last", backtest.requested());
        return switch (backtest.state()) {
            case State.Running(long decisions) ->
                json.add("state", "running").add("decisions_done", decisions).build();
            case State.Done(var at, var report) ->
                json.add("state", "done")
                        .add("ended_at", at.toString())
                        .add("report", report.json())
                        .build();
            case State.Failed(var at, var problem) ->
                json.add("state", "failed")
                        .add("ended_at", at.toString())
                        .add("problem", problem)
                        .build();
            case State.Interrupted _ -> json.add("state", "interrupted").build();
        };
    }
}
