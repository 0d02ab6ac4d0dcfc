package io.writ.app.metrics;

import io.writ.app.metrics.Series.Label;
import io.writ.evidence.TerminalMode;
import io.writ.governance.OperatorName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is measured. A series exists from its first event on: nothing here reports a zero that was never counted. */
public final class Meters {

    /** How an operator call ended. */
    public enum CallOutcome {
        SUCCESS("success"),
        DENIED("denied"),
        ERROR("error");

        private final String label;

        CallOutcome(String label) {
            this.label = label;
        }
    }

    private final Map<Series, LongAdder> counters = new ConcurrentHashMap<>();
    private final Map<Series, Histogram> durations = new ConcurrentHashMap<>();

    /** Counts one exchange; a path that is no route of ours is not counted, so nobody can invent labels. */
    public void exchange(String path, String method, int status, long nanos) {
        Optional<Route> known = Route.of(path);
        if (known.isEmpty()) {
            return;
        }
        Route route = known.get();
        Label routeLabel = new Label("route", route.path());
        Label methodLabel = new Label("method", boundedMethod(method));
        count(route.prefix() + "http_requests_total", routeLabel, methodLabel, status(status));
        Series duration = Series.of(
                route.prefix() + "http_request_duration_seconds",
                routeLabel,
                methodLabel,
                new Label("outcome", status < 400 ? "success" : "error"));
        durations.computeIfAbsent(duration, _ -> new Histogram()).record(nanos);
    }

    public void terminalMode(Route route, TerminalMode mode) {
        count(
                route.prefix() + "terminal_modes_total",
                new Label("route", route.path()),
                new Label("terminal_mode", mode.name()));
    }

    /** An operator that does not exist is counted as {@code unknown}. */
    public void operatorCall(String name, CallOutcome outcome) {
        String bounded = OperatorName.named(name).map(OperatorName::wireName).orElse("unknown");
        count(
                Route.OPERATORS.prefix() + "operator_calls_total",
                new Label("operator_name", bounded),
                new Label("outcome", outcome.label));
    }

    public void budgetViolation(Route route) {
        count(route.prefix() + "budget_violations_total");
    }

    /** Somebody who could not say who they are. Counted and otherwise left without a trace: it is noise. */
    public void unauthenticated(String reason) {
        count("writ_unauthenticated_requests_total", new Label("reason", reason));
    }

    Map<Series, LongAdder> counters() {
        return counters;
    }

    Map<Series, Histogram> durations() {
        return durations;
    }

    void count(String name, Label... labels) {
        counters.computeIfAbsent(Series.of(name, labels), _ -> new LongAdder()).increment();
    }

    private static Label status(int status) {
        return new Label("status", Integer.toString(status));
    }

    private static String boundedMethod(String method) {
        return switch (method) {
            case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH" -> method;
            default -> "other";
        };
    }
}
