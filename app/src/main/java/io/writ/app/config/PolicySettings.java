package io.writ.app.config;

import io.writ.evidence.Digest;
import io.writ.governance.PolicyConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads which policy decides and who evaluates it. */
final class PolicySettings {

    private static final int DAY_SECS = 86_400;
    private static final int YEAR_SECS = 366 * DAY_SECS;

    /** An answer that is used again much later is an old answer. */
    private static final int CACHE_MILLIS_MAX = 5_000;

    /** Every governed call asks several times; an engine that needs longer than this is down. */
    private static final int OPA_MILLIS_MAX = 2_000;

    /** A bundle server that is away for an hour is an outage that somebody must know of. */
    private static final Duration REMOTE_AGE_MAX = Duration.ofHours(1);

    private static final String DIGEST_PREFIX = "sha256:";

    private final Environment environment;
    private final HttpUrls urls;

    PolicySettings(Environment environment) {
        this.environment = environment;
        this.urls = new HttpUrls(environment);
    }

    PolicyConfig read() {
        PolicyConfig.Source source = source();
        PolicyConfig policy = new PolicyConfig(source, trust(), reload(source), evaluation(), posture());
        checkTrust(policy);
        return policy;
    }

    private PolicyConfig.Source source() {
        Optional<String> given = environment.given(ConfigKey.POLICY_BUNDLE);
        if (given.isEmpty()) {
            return new PolicyConfig.Source.Packaged();
        }
        if (HttpUrls.isUrl(given.get())) {
            return new PolicyConfig.Source.Remote(
                    bundleUrl(given.get()), environment.given(ConfigKey.POLICY_BUNDLE_TOKEN));
        }
        return local(given.get());
    }

    /** A signature or pin protects a bundle on any way; nothing but the way protects a token. */
    private URI bundleUrl(String given) {
        return environment.given(ConfigKey.POLICY_BUNDLE_TOKEN).isPresent()
                ? urls.confidential(ConfigKey.POLICY_BUNDLE, given)
                : urls.any(ConfigKey.POLICY_BUNDLE, given);
    }

    private PolicyConfig.Source local(String given) {
        try {
            Path path = Path.of(given).toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                return new PolicyConfig.Source.Directory(path);
            }
            if (Files.isRegularFile(path)) {
                return new PolicyConfig.Source.Archive(path);
            }
        } catch (InvalidPathException ignored) {
            // Told below.
        }
        environment.note(StartupProblem.invalid(
                ConfigKey.POLICY_BUNDLE,
                "must name a directory, a .tar.gz file or an http(s) URL, and " + given + " is none."));
        return new PolicyConfig.Source.Packaged();
    }

    private PolicyConfig.Trust trust() {
        return new PolicyConfig.Trust(
                optionalFile(ConfigKey.POLICY_KEYS),
                pin(),
                environment.flag(ConfigKey.POLICY_ALLOW_ROLLBACK),
                optionalFile(ConfigKey.POLICY_REPORT_KEYS));
    }

    /** A bundle from outside that nobody vouches for would be refused anyway; saying so at start is kinder. */
    private void checkTrust(PolicyConfig policy) {
        boolean packaged = policy.source() instanceof PolicyConfig.Source.Packaged;
        if (!packaged && policy.trust().keys().isEmpty() && policy.trust().pin().isEmpty()) {
            environment.note(StartupProblem.missing(
                    ConfigKey.POLICY_KEYS,
                    "A bundle that is not the packaged one needs keys that verify its signature, or "
                            + ConfigKey.POLICY_PIN.env() + "."));
        }
    }

    private Optional<Digest> pin() {
        Optional<String> given = environment.given(ConfigKey.POLICY_PIN);
        Optional<Digest> pin = given.filter(text -> text.startsWith(DIGEST_PREFIX))
                .map(text -> text.substring(DIGEST_PREFIX.length()))
                .filter(Digest::isDigest)
                .map(Digest::new);
        if (given.isPresent() && pin.isEmpty()) {
            environment.note(StartupProblem.invalid(
                    ConfigKey.POLICY_PIN, "must be sha256: and 64 lower-case hexadecimal digits."));
        }
        return pin;
    }

    private PolicyConfig.Reload reload(PolicyConfig.Source source) {
        Duration interval = environment.seconds(ConfigKey.POLICY_REFRESH_SECS, 1, DAY_SECS);
        if (environment.given(ConfigKey.POLICY_MAX_AGE_SECS).isPresent()) {
            return new PolicyConfig.Reload(interval, environment.seconds(ConfigKey.POLICY_MAX_AGE_SECS, 0, YEAR_SECS));
        }
        boolean remote = source instanceof PolicyConfig.Source.Remote;
        return new PolicyConfig.Reload(interval, remote ? REMOTE_AGE_MAX : Duration.ZERO);
    }

    private PolicyConfig.Evaluation evaluation() {
        PolicyConfig.Engine engine = choice(ConfigKey.POLICY_ENGINE, PolicyConfig.Engine.class);
        PolicyConfig.Shadow shadow = choice(ConfigKey.POLICY_SHADOW, PolicyConfig.Shadow.class);
        boolean asked = engine == PolicyConfig.Engine.OPA || shadow == PolicyConfig.Shadow.OPA;
        return new PolicyConfig.Evaluation(
                engine,
                choice(ConfigKey.POLICY_FALLBACK, PolicyConfig.Fallback.class),
                shadow,
                environment.millis(ConfigKey.POLICY_CACHE_MS, 0, CACHE_MILLIS_MAX),
                opa(asked));
    }

    private PolicyConfig.Opa opa(boolean asked) {
        Optional<String> given = environment.given(ConfigKey.OPA_URL);
        if (asked && given.isEmpty()) {
            environment.note(StartupProblem.missing(ConfigKey.OPA_URL, ConfigKey.OPA_URL.meaning()));
        }
        return new PolicyConfig.Opa(
                given.map(text -> urls.confidential(ConfigKey.OPA_URL, text)).orElse(HttpUrls.LOOPBACK_OPA),
                environment.given(ConfigKey.OPA_TOKEN),
                environment.text(ConfigKey.OPA_BUNDLE),
                environment.millis(ConfigKey.OPA_TIMEOUT_MS, 1, OPA_MILLIS_MAX));
    }

    private Map<String, String> posture() {
        Map<String, String> declared = new TreeMap<>();
        for (String part : environment.given(ConfigKey.POSTURE).orElse("").split(",", -1)) {
            String[] pair = part.strip().split("=", -1);
            if (pair.length == 2 && !pair[0].isBlank() && !pair[1].isBlank()) {
                declared.put(pair[0].strip(), pair[1].strip());
            } else if (!part.isBlank()) {
                environment.note(StartupProblem.invalid(
                        ConfigKey.POSTURE,
                        "must be name=value, separated by commas, and " + part.strip() + " is not."));
            }
        }
        return declared;
    }

    private Optional<Path> optionalFile(ConfigKey key) {
        return environment.given(key).map(_ -> environment.file(key));
    }

    private <E extends Enum<E>> E choice(ConfigKey key, Class<E> choices) {
        String given = environment.text(key);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(given)) {
                return choice;
            }
        }
        String names = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        environment.note(StartupProblem.invalid(key, "must be one of: " + names + "."));
        return choices.getEnumConstants()[0];
    }
}
