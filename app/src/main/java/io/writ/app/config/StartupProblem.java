package io.writ.app.config;

/** One reason not to start. */
public record StartupProblem(String code, String message) {

    static StartupProblem missing(ConfigKey key, String hint) {
        return new StartupProblem("ERR_MISSING_CONFIG", key.env() + " is not set. " + hint);
    }

    static StartupProblem invalid(ConfigKey key, String what) {
        return new StartupProblem("ERR_INVALID_CONFIG", key.env() + " " + what);
    }

    /** The line on stderr, in the form that PECR's tools look for. */
    public String line() {
        return "STARTUP_ERROR " + code + ": " + message;
    }
}
