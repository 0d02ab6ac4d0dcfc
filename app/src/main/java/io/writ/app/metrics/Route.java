package io.writ.app.metrics;

import java.util.Arrays;
import java.util.Optional;

/** The routes that are counted, and under which of PECR's two services they were known. */
public enum Route {
    SESSIONS("/v1/sessions", "gateway"),
    SIMULATE("/v1/policies/simulate", "gateway"),
    BACKTESTS("/v1/policies/backtests", "gateway"),
    POLICY_CAPABILITIES("/v1/policies/capabilities", "gateway"),
    OPERATORS("/v1/operators", "gateway"),
    FINALIZE("/v1/finalize", "gateway"),
    RUN("/v1/run", "controller"),
    CAPABILITIES("/v1/capabilities", "controller");

    private final String path;
    private final String service;

    Route(String path, String service) {
        this.path = path;
        this.service = service;
    }

    /** Finds the route of a request path; the operator's name is cut off, whatever it is. */
    static Optional<Route> of(String path) {
        String cut = path.startsWith(OPERATORS.path + "/") ? OPERATORS.path : path;
        return Arrays.stream(values()).filter(route -> route.path.equals(cut)).findFirst();
    }

    String path() {
        return path;
    }

    /** First part of the metric's name. */
    String prefix() {
        return "pecr_" + service + "_";
    }
}
