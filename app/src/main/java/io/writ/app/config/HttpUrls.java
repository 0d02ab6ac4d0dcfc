package io.writ.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses of servers, and notes those that must not be used as they are. */
final class HttpUrls {

    /** Where OPA usually is, and what stands for an address that cannot be read; the server does not start then. */
    static final URI LOOPBACK_OPA = URI.create("http://127.0.0.1:8181");

    /** Spelled out, because looking a name up would let the name service decide. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private final Environment environment;

    HttpUrls(Environment environment) {
        this.environment = environment;
    }

    static boolean isUrl(String given) {
        return given.startsWith("http://") || given.startsWith("https://");
    }

    URI any(ConfigKey key, String given) {
        return parsed(given).orElseGet(() -> {
            environment.note(
                    StartupProblem.invalid(key, "must be an http(s) URL with a host and without credentials."));
            return LOOPBACK_OPA;
        });
    }

    /** One over which something travels that others must neither read nor change. */
    URI confidential(ConfigKey key, String given) {
        URI url = any(key, given);
        if (url.getScheme().equals("http") && !LOOPBACK.matcher(url.getHost()).matches()) {
            environment.note(
                    StartupProblem.invalid(
                            key,
                            "must be an https URL: only this machine itself is asked over http for what is secret or decides."));
        }
        return url;
    }

    private static Optional<URI> parsed(String given) {
        try {
            URI url = new URI(given);
            boolean fits = isUrl(given) && url.getHost() != null && url.getRawUserInfo() == null;
            return fits ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
