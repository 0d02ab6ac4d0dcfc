package io.writ.app.rest.problem;

import static io.writ.evidence.TerminalMode.INSUFFICIENT_EVIDENCE;
import static io.writ.evidence.TerminalMode.INSUFFICIENT_PERMISSION;
import static io.writ.evidence.TerminalMode.SOURCE_UNAVAILABLE;

import io.writ.evidence.TerminalMode;
import io.writ.governance.RefusalReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every way a request can go wrong. Names are part of the API: they make up the {@code type} of a problem. */
public enum ProblemType {
    AUTH_REQUIRED(
            401,
            new Wire("ERR_AUTH_REQUIRED", INSUFFICIENT_PERMISSION, false),
            "Authentication required",
            "Send the shared secret in x-pecr-local-auth-secret, or sign in to the console with it as password."),
    AUTH_INVALID(
            401,
            new Wire("ERR_AUTH_INVALID", INSUFFICIENT_PERMISSION, false),
            "Authentication failed",
            "Check the shared secret: it is the value of WRIT_LOCAL_AUTH_SHARED_SECRET on the server."),
    PRINCIPAL_MISSING(
            401,
            new Wire("ERR_POLICY_DENIED", INSUFFICIENT_PERMISSION, false),
            "No principal",
            "Say who is asking: send x-pecr-principal-id, up to 256 characters."),
    NOT_LOOPBACK(
            403,
            new Wire("ERR_NONLOCAL_BIND_REQUIRES_AUTH", INSUFFICIENT_PERMISSION, false),
            "Local mode answers on loopback only",
            "Connect from the same machine. Local mode lets whoever holds the secret be anybody."),
    HOST_FOREIGN(
            421,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "Not the server you named",
            "Use localhost or 127.0.0.1 in the URL; other names could be a rebinding attack."),
    TOKEN_MISSING(
            401,
            RefusalReason.TOKEN_MISSING,
            "Session token missing",
            "Send the token that POST /v1/sessions returned in the header x-pecr-session-token."),
    TOKEN_INVALID(
            401,
            RefusalReason.TOKEN_INVALID,
            "Session token invalid or expired",
            "Open a new session; tokens are bound to one session and expire."),
    PRINCIPAL_MISMATCH(
            401,
            RefusalReason.PRINCIPAL_MISMATCH,
            "Session belongs to somebody else",
            "Use a session that the same principal opened."),
    POLICY_DENIED(
            403,
            RefusalReason.POLICY_DENIED,
            "Policy said no",
            "GET /v1/policies/capabilities lists what this principal may ask; rules names what decided."),
    OBLIGATION_UNSUPPORTED(
            500,
            RefusalReason.OBLIGATION_UNSUPPORTED,
            "Policy demands what cannot be carried out",
            "A person who writes policy must change the obligation; until then the answer is withheld."),
    RATE_LIMITED(
            429,
            RefusalReason.RATE_LIMITED,
            "Too many requests",
            "Wait for the time in Retry-After, and repeat; detail says what is limited, and for whom."),
    BUDGET_EXCEEDED(
            429,
            RefusalReason.BUDGET_EXCEEDED,
            "Session budget used up",
            "Finalize with what was read, or open a session with a larger budget."),
    PARAMS_INVALID(
            400,
            RefusalReason.PARAMS_INVALID,
            "Invalid parameters",
            "Correct the member that the message names by its JSON pointer."),
    BODY_TOO_LARGE(
            413, new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false), "Body too large", "Send at most 2 MiB."),
    OPERATOR_UNKNOWN(
            400, RefusalReason.OPERATOR_UNKNOWN, "No such operator", "GET /openapi lists the operators that exist."),
    SESSION_UNKNOWN(
            404,
            RefusalReason.SESSION_UNKNOWN,
            "No such session",
            "Use the session_id that POST /v1/sessions returned."),
    SESSION_FINALIZED(
            409,
            RefusalReason.SESSION_FINALIZED,
            "Session already finalized",
            "A session is finalized once; open a new one."),
    BACKTEST_RUNNING(
            409,
            RefusalReason.BACKTEST_RUNNING,
            "A backtest is running already",
            "Wait until it has ended; a tenant has one at a time, over all nodes."),
    BACKTEST_UNKNOWN(
            404,
            RefusalReason.BACKTEST_UNKNOWN,
            "No such backtest",
            "Use the address that POST /v1/policies/backtests returned."),
    OBJECT_NOT_FOUND(
            404,
            RefusalReason.OBJECT_NOT_FOUND,
            "Object not found",
            "Search first; use the object_id of a hit as it stands."),
    AS_OF_NOT_HELD(
            404,
            RefusalReason.AS_OF_NOT_HELD,
            "That moment is not held",
            "Ask for now, or for a moment since when the source is observed."),
    SOURCE_DOWN(503, RefusalReason.SOURCE_DOWN, "Source unavailable", "Try again later; nothing was read or charged."),
    SOURCE_MISCONFIGURED(
            500,
            RefusalReason.SOURCE_MISCONFIGURED,
            "Source misconfigured",
            "An operator must correct the catalogue or the source; the server log names the entry."),
    POLICY_UNAVAILABLE(
            503,
            RefusalReason.POLICY_UNAVAILABLE,
            "Policy unavailable",
            "Try again later; without policy nothing is served."),
    DATABASE_DOWN(503, RefusalReason.DATABASE_DOWN, "Database unavailable", "Try again later."),
    LEDGER_DOWN(
            503,
            RefusalReason.LEDGER_DOWN,
            "Ledger unavailable",
            "Try again later; what cannot be recorded is not released."),
    LEDGER_BUSY(
            503,
            RefusalReason.LEDGER_BUSY,
            "Too many calls wait to be recorded",
            "Wait for the time in Retry-After; what cannot be recorded is not released."),
    RUN_UNKNOWN(
            404,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "No such run",
            "The run does not exist in this tenant, or is not shown to this principal."),
    RUN_UNFINISHED(
            409,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, true),
            "The run has no answer yet",
            "A writ is of an answer: ask again when the run is finalized."),
    WRIT_TOO_LARGE(
            409,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "The run is too large for a writ",
            "Verify the ledger instead: ./writ ledger verify reads every entry."),
    WRIT_KEY_ABSENT(
            503,
            new Wire("ERR_LEDGER_UNAVAILABLE", SOURCE_UNAVAILABLE, false),
            "This node cannot sign writs",
            "Ask a node that has the key of the log, or give this one WRIT_LEDGER_KEY."),
    WRIT_KEY_OTHER(
            503,
            new Wire("ERR_LEDGER_UNAVAILABLE", SOURCE_UNAVAILABLE, true),
            "The key of the log is being changed",
            "Ask again in a minute, or ask a node that was started with the new WRIT_LEDGER_KEY."),
    WRIT_DISAGREES(
            500,
            new Wire("ERR_LEDGER_UNAVAILABLE", SOURCE_UNAVAILABLE, false),
            "What is stored of this run does not hold",
            "Run ./writ ledger verify: rows of this run were changed, or a part of the log is missing."),
    TREE_NOT_THERE(
            404,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, true),
            "The tree has not grown that far",
            "GET /checkpoint tells its size; a partial tile is named with its width."),
    WITNESS_OFF(
            404,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "No witness here",
            "An installation becomes a witness with WRIT_WITNESS_KEY and WRIT_WITNESS_LOGS."),
    LOG_UNKNOWN(
            404,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "Log not known to this witness",
            "The operator of the witness adds the public key of the log to WRIT_WITNESS_LOGS."),
    LOG_UNSIGNED(
            403,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_PERMISSION, false),
            "Checkpoint not signed by the log",
            "Sign it with a key that the witness knows; after a change of keys its operator adds the new one."),
    CHECKPOINT_INCONSISTENT(
            422,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "Checkpoint does not extend what was witnessed",
            "Verify the ledger: its history is not the one that this witness signed."),
    ENTRY_UNKNOWN(
            404,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "No such entry",
            "Use the id of a decision as an answer or the console names it."),
    PROOF_PENDING(
            503,
            new Wire("ERR_LEDGER_UNAVAILABLE", SOURCE_UNAVAILABLE, true),
            "Not under a checkpoint yet",
            "Ask again after the time in Retry-After."),
    ROUTE_UNKNOWN(
            404,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "No such route",
            "GET /openapi lists all routes."),
    METHOD_NOT_ALLOWED(
            405,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "Method not allowed",
            "The Allow header lists the methods of this route."),
    NOT_ACCEPTABLE(
            406,
            new Wire("ERR_INVALID_PARAMS", INSUFFICIENT_EVIDENCE, false),
            "No such representation",
            "Accept application/json."),
    INTERNAL(
            500,
            RefusalReason.INTERNAL,
            "Internal error",
            "Report the request id to whoever runs this server; the log has the details.");

    /** PECR's part of an error. */
    record Wire(String code, TerminalMode hint, boolean retryable) {}

    private final int status;
    private final String code;
    private final TerminalMode hint;
    private final boolean retryable;
    private final String title;
    private final String remedy;

    ProblemType(int status, RefusalReason reason, String title, String remedy) {
        this(status, new Wire(reason.code(), reason.hint(), reason.isRetryable()), title, remedy);
    }

    ProblemType(int status, Wire wire, String title, String remedy) {
        this.status = status;
        this.code = wire.code();
        this.hint = wire.hint();
        this.retryable = wire.retryable();
        this.title = title;
        this.remedy = remedy;
    }

    /** Finds a type by the last segment of its URI. */
    public static Optional<ProblemType> named(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type that stands for a refusal of the gateway. */
    public static ProblemType of(RefusalReason reason) {
        return switch (reason) {
            case TOKEN_MISSING -> TOKEN_MISSING;
            case TOKEN_INVALID -> TOKEN_INVALID;
            case PRINCIPAL_MISMATCH -> PRINCIPAL_MISMATCH;
            case POLICY_DENIED -> POLICY_DENIED;
            case OBLIGATION_UNSUPPORTED -> OBLIGATION_UNSUPPORTED;
            case RATE_LIMITED -> RATE_LIMITED;
            case BUDGET_EXCEEDED -> BUDGET_EXCEEDED;
            case PARAMS_INVALID -> PARAMS_INVALID;
            case OPERATOR_UNKNOWN -> OPERATOR_UNKNOWN;
            case SESSION_UNKNOWN -> SESSION_UNKNOWN;
            case SESSION_FINALIZED -> SESSION_FINALIZED;
            case BACKTEST_RUNNING -> BACKTEST_RUNNING;
            case BACKTEST_UNKNOWN -> BACKTEST_UNKNOWN;
            case OBJECT_NOT_FOUND -> OBJECT_NOT_FOUND;
            case AS_OF_NOT_HELD -> AS_OF_NOT_HELD;
            case SOURCE_DOWN -> SOURCE_DOWN;
            case SOURCE_MISCONFIGURED -> SOURCE_MISCONFIGURED;
            case POLICY_UNAVAILABLE -> POLICY_UNAVAILABLE;
            case DATABASE_DOWN -> DATABASE_DOWN;
            case LEDGER_DOWN -> LEDGER_DOWN;
            case LEDGER_BUSY -> LEDGER_BUSY;
            case INTERNAL -> INTERNAL;
        };
    }

    /** The last segment of the type's URI. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type's URI; relative, so that it can be opened on the server that answered. */
    public String uri() {
        return "/problems/" + slug();
    }

    public int status() {
        return status;
    }

    /** PECR's code. */
    public String code() {
        return code;
    }

    /** How a run that meets this problem ends. */
    public TerminalMode hint() {
        return hint;
    }

    public boolean isRetryable() {
        return retryable;
    }

    public String title() {
        return title;
    }

    /** One sentence that says what to do. */
    public String remedy() {
        return remedy;
    }
}
