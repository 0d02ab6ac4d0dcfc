package io.writ.app.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every key that Writ knows. A key with our prefix that is not here refuses the start: a misspelt limit is a missing
 * limit. The table in {@code docs/CONFIGURATION.md} is written from this list.
 */
enum ConfigKey {
    HTTP_HOST("127.0.0.1", "Address to listen on. Mode local accepts loopback addresses only."),
    HTTP_PORT("8080", "Port to listen on."),
    AUTH_MODE("local", "How callers prove who they are. Only local exists today."),
    LOCAL_AUTH_SHARED_SECRET("", "Secret of mode local, 16 characters or more. Required."),
    IDENTITY("", "File that gives principals their roles and attributes. Required."),
    CATALOGUE("", "File that describes all sources. Required."),
    CORPUS("", "Root directory of documents. Required."),
    DB_URL("jdbc:postgresql://127.0.0.1:5432/writ", "The database."),
    DB_APP_USER("writ_app", "Role that records."),
    DB_APP_PASSWORD("", "Its password."),
    DB_SOURCE_USER("writ_source", "Role that reads safe views."),
    DB_SOURCE_PASSWORD("", "Its password."),
    DB_SEQUENCER_USER("writ_sequencer", "Role that grows the tree of the ledger."),
    DB_SEQUENCER_PASSWORD("", "Its password. Only a process with WRIT_LEDGER_KEY needs it."),
    DB_POOL("32", "Connections at most, for each of the two roles."),
    DB_OWNER_USER("writ_owner", "Role that migrates. Read by the command line only."),
    DB_OWNER_PASSWORD("", "Its password. Keep it from the server."),
    DB_AUDITOR_USER("writ_auditor", "Role that verifies. Read by the command line only."),
    DB_AUDITOR_PASSWORD("", "Its password."),
    COVERAGE_THRESHOLD("0.95", "Share of all claims that must be supported, 0 to 1."),
    SESSION_TOKEN_TTL_SECS("900", "Life of a session token in seconds."),
    RATE_LIMIT_WINDOW_SECS("60", "Length of a rate window in seconds."),
    RATE_LIMIT_SESSIONS_PER_WINDOW("60", "Sessions per window and principal; 0 means no limit."),
    RATE_LIMIT_OPERATORS_PER_WINDOW("240", "Operator calls per window and principal; 0 means no limit."),
    RATE_LIMIT_FINALIZE_PER_WINDOW("120", "Finalizations per window and principal; 0 means no limit."),
    RATE_LIMIT_RUN_PER_WINDOW("60", "Runs per window and principal; 0 means no limit."),
    RATE_LIMIT_POLICY_PER_WINDOW(
            "240",
            "Questions to policy per window and principal: simulations, each evaluation of a list, capabilities, runs,"
                    + " looks at backtests; 0 means no limit."),
    LANES("16", "Ledger lanes of this process at most; as many decisions are recorded at once."),
    LEDGER_KEY("", "File with the signing key of the ledger. A process without it signs no checkpoints."),
    LEDGER_PREVIOUS_KEY(
            "",
            "File with the signing key that the ledger has until WRIT_LEDGER_KEY takes over from it. Needed for a change of"
                    + " keys only."),
    LEDGER_LAG_MAX_MS(
            "10000",
            "A node is not ready while the tree is further behind than this, or nobody has sequenced for longer; 0 means"
                    + " never."),
    LEDGER_CYCLE_MS("100", "Pause between two looks at the lanes, by the one process that grows the tree."),
    LEDGER_ANCHORS(
            "",
            "Where checkpoints go, separated by spaces: dir:/path, git:URL#branch, witness:URL, each with name= in front"
                    + " if it shall have another name."),
    LEDGER_ANCHOR_EVERY_MS("5000", "Pause between two publications to an anchor."),
    LEDGER_ANCHOR_LAG_SECS("120", "How long an anchor may be behind before the sequencing process is not ready."),
    LEDGER_WITNESS_KEYS("", "Public keys of witnesses whose cosignatures count, separated by spaces."),
    LEDGER_GIT_USER("", "User for an https host of a git anchor."),
    LEDGER_GIT_PASSWORD("", "Its password or token."),
    WITNESS_KEY("", "File with the key of a witness; with it this installation witnesses other logs."),
    WITNESS_LOGS("", "Public keys of the logs that are witnessed, separated by spaces."),
    LANE_WAIT_MS("2000", "How long a decision waits for a free lane before it is refused."),
    LEDGER_WRITERS(
            "1",
            "Threads that record what waits, many decisions in one transaction; 0 means that every call records its own."),
    LEDGER_QUEUE(
            "1024",
            "Decisions that may wait to be recorded; one tenant may fill half of it. More are refused with 503."),
    SOURCE_TIMEOUT_MS("1000", "Bound of one read of a record view."),
    ROWS_MAX("200", "Bound of rows or groups of one read."),
    BUDGET_DEFAULT(
            "{\"max_operator_calls\":10,\"max_bytes\":1048576,\"max_wallclock_ms\":10000,"
                    + "\"max_recursion_depth\":5,\"max_parallelism\":4}",
            "Budget of a run that brings none, as JSON."),
    POLICY_BUNDLE("", "Policy bundle: a directory, a .tar.gz file or an http(s) URL. Default: the packaged one."),
    POLICY_BUNDLE_TOKEN("", "Bearer token for the URL."),
    POLICY_KEYS("", "File of public keys as in OPA's configuration; one of them must have signed the bundle."),
    POLICY_PIN("", "The only bundle digest that is accepted, as sha256:<hex>."),
    POLICY_REFRESH_SECS("30", "How often the source is asked for another bundle."),
    POLICY_MAX_AGE_SECS(
            "", "Deny once the source was last reached so long ago; 0 means never. Default: 3600 for a URL, else 0."),
    POLICY_ALLOW_ROLLBACK("false", "Whether an older rule set, or an earlier bundle of the same one, may follow."),
    POLICY_REPORT_KEYS(
            "",
            "File of public keys as in OPA's configuration; one of them must have signed a backtest report of the bundle."),
    POLICY_ENGINE("embedded", "Who evaluates: embedded or opa."),
    POLICY_FALLBACK("deny", "What answers when OPA does not: deny, or embedded with the same bundle."),
    POLICY_SHADOW("none", "Who is asked as well, to compare: none, embedded or opa."),
    POLICY_CACHE_MS("0", "How long an answer of OPA is used again; 0 means never."),
    OPA_URL("", "The OPA server, such as http://127.0.0.1:8181. Required where opa is asked."),
    OPA_TOKEN("", "Bearer token for OPA."),
    OPA_BUNDLE("writ", "Name of the bundle in OPA's configuration."),
    OPA_TIMEOUT_MS("250", "How long one question to OPA may take."),
    POSTURE("", "What must hold for this node to be ready, as name=value, separated by commas."),
    NODE_ID("", "Name of this process among others on the same database. Default: the host name."),
    METRICS_REQUIRE_AUTH("false", "Whether /metrics asks for a principal."),
    JAVA_HOME("", "JDK for the ./writ script. Not read by the server."),
    MAVEN_REPOSITORY("", "Maven repository that the ./writ script watches. Not read by the server.");

    /** In front of every key. */
    static final String PREFIX = "WRIT_";

    private final String fallback;
    private final String meaning;

    ConfigKey(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    static Optional<ConfigKey> named(String env) {
        return Arrays.stream(values()).filter(key -> key.env().equals(env)).findFirst();
    }

    /** The name in the environment. */
    String env() {
        return PREFIX + name();
    }

    /** Empty for none. */
    String fallback() {
        return fallback;
    }

    String meaning() {
        return meaning;
    }
}
