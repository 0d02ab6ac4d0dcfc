package io.writ.app.config;

import io.writ.app.identity.IdentityFile;
import io.writ.app.identity.LocalIdentity;
import io.writ.app.identity.Loopback;
import io.writ.app.identity.PrincipalDirectory;
import io.writ.app.identity.SharedSecret;
import io.writ.evidence.Budget;
import io.writ.evidence.BudgetJson;
import io.writ.evidence.StrictJson;
import io.writ.governance.EdgeFacts;
import io.writ.governance.GovernanceConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads everything, notes everything that is wrong, and either hands out settings or refuses the start. */
final class SettingsReader {

    /** PECR's name for the secret: its scripts set this one. */
    static final String SECRET_ALIAS = "PECR_LOCAL_AUTH_SHARED_SECRET";

    /** A database connection serves one lane; more of them than this is a mistake. */
    private static final int LANES_MAX = 1_024;

    /** Rows of one answer are held in memory several times over. */
    private static final int ROWS_MAX = 10_000;

    /** One writer keeps a core busy; more of them only make smaller batches. */
    private static final int LEDGER_WRITERS_MAX = 16;

    /** Each waiting decision is a waiting caller, and holds what it wants to release. */
    private static final int LEDGER_QUEUE_MAX = 65_536;

    private static final int DAY_SECS = 86_400;

    private static final int MINUTE_MILLIS = 60_000;

    private final Environment environment;

    SettingsReader(Function<String, Optional<String>> lookup) {
        this.environment = new Environment(lookup);
    }

    /** Throws {@link StartupRefused} with all problems. */
    Settings read(Iterable<String> names) {
        UnknownKeys.among(names).forEach(environment::note);
        checkBinding();
        AnchorSettings outside = new AnchorSettings(environment);
        Settings settings = new Settings(
                new LocalIdentity(secret(), directory()),
                governance(),
                environment.millis(ConfigKey.LANE_WAIT_MS, 1, MINUTE_MILLIS),
                environment.integer(ConfigKey.LEDGER_WRITERS, 0, LEDGER_WRITERS_MAX),
                environment.integer(ConfigKey.LEDGER_QUEUE, 1, LEDGER_QUEUE_MAX),
                new LedgerSettings(environment).read(),
                outside.anchors(),
                outside.witness(),
                runBudget(),
                edge(),
                environment.flag(ConfigKey.METRICS_REQUIRE_AUTH));
        if (!environment.problems().isEmpty()) {
            throw new StartupRefused(environment.problems());
        }
        return settings;
    }

    private void checkBinding() {
        environment.integer(ConfigKey.HTTP_PORT, 1, 65_535);
        if (!environment.text(ConfigKey.AUTH_MODE).equals("local")) {
            environment.note(StartupProblem.invalid(ConfigKey.AUTH_MODE, "must be local; no other mode exists yet."));
        }
        if (!Loopback.isBindAddress(environment.text(ConfigKey.HTTP_HOST))) {
            environment.note(new StartupProblem(
                    "ERR_NONLOCAL_BIND_REQUIRES_AUTH",
                    ConfigKey.HTTP_HOST.env() + " must be a loopback address in mode local, because whoever holds the"
                            + " shared secret may name any principal. Use 127.0.0.1 and a tunnel."));
        }
    }

    private EdgeFacts edge() {
        return new EdgeFacts(Map.of(
                "edge.authentication", environment.text(ConfigKey.AUTH_MODE),
                "edge.loopback", Boolean.toString(Loopback.isBindAddress(environment.text(ConfigKey.HTTP_HOST)))));
    }

    private SharedSecret secret() {
        String hint = "Set it to a secret of " + SharedSecret.LENGTH_MIN
                + " or more random characters, for instance from: openssl rand -hex 24";
        Optional<String> given =
                environment.given(ConfigKey.LOCAL_AUTH_SHARED_SECRET).or(() -> environment.given(SECRET_ALIAS));
        if (given.isEmpty()) {
            environment.note(StartupProblem.missing(ConfigKey.LOCAL_AUTH_SHARED_SECRET, hint));
        } else if (given.get().length() < SharedSecret.LENGTH_MIN) {
            environment.note(StartupProblem.invalid(ConfigKey.LOCAL_AUTH_SHARED_SECRET, "is too short. " + hint));
        } else {
            return new SharedSecret(given.get());
        }
        return new SharedSecret("-".repeat(SharedSecret.LENGTH_MIN));
    }

    private PrincipalDirectory directory() {
        Path file = environment.file(ConfigKey.IDENTITY);
        try {
            return Files.isRegularFile(file)
                    ? IdentityFile.parse(Files.readAllBytes(file))
                    : new PrincipalDirectory(Map.of());
        } catch (IllegalArgumentException wrong) {
            environment.note(StartupProblem.invalid(ConfigKey.IDENTITY, "does not fit: " + wrong.getMessage() + "."));
        } catch (IOException unreadable) {
            environment.note(StartupProblem.invalid(ConfigKey.IDENTITY, "cannot be read."));
        }
        return new PrincipalDirectory(Map.of());
    }

    private GovernanceConfig governance() {
        return new GovernanceConfig(
                environment.given(ConfigKey.NODE_ID).orElseGet(SettingsReader::hostName),
                environment.file(ConfigKey.CATALOGUE),
                environment.directory(ConfigKey.CORPUS),
                environment.share(ConfigKey.COVERAGE_THRESHOLD),
                environment.seconds(ConfigKey.SESSION_TOKEN_TTL_SECS, 1, DAY_SECS),
                rateLimits(),
                environment.integer(ConfigKey.LANES, 1, LANES_MAX),
                environment.millis(ConfigKey.SOURCE_TIMEOUT_MS, 1, MINUTE_MILLIS),
                environment.integer(ConfigKey.ROWS_MAX, 1, ROWS_MAX),
                new PolicySettings(environment).read());
    }

    private GovernanceConfig.RateLimits rateLimits() {
        return new GovernanceConfig.RateLimits(
                environment.seconds(ConfigKey.RATE_LIMIT_WINDOW_SECS, 1, DAY_SECS),
                environment.integer(ConfigKey.RATE_LIMIT_SESSIONS_PER_WINDOW, 0, Integer.MAX_VALUE),
                environment.integer(ConfigKey.RATE_LIMIT_OPERATORS_PER_WINDOW, 0, Integer.MAX_VALUE),
                environment.integer(ConfigKey.RATE_LIMIT_FINALIZE_PER_WINDOW, 0, Integer.MAX_VALUE),
                environment.integer(ConfigKey.RATE_LIMIT_RUN_PER_WINDOW, 0, Integer.MAX_VALUE),
                environment.integer(ConfigKey.RATE_LIMIT_POLICY_PER_WINDOW, 0, Integer.MAX_VALUE));
    }

    private Budget runBudget() {
        try {
            return BudgetJson.read(StrictJson.parseObject(environment.text(ConfigKey.BUDGET_DEFAULT)));
        } catch (IllegalArgumentException wrong) {
            environment.note(StartupProblem.invalid(ConfigKey.BUDGET_DEFAULT, "does not fit: " + wrong.getMessage()));
        }
        return new Budget(0, 0, 0, 0, OptionalInt.empty());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "writ";
        }
    }
}
