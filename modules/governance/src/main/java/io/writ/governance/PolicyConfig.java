package io.writ.governance;

import io.writ.evidence.Digest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which policy decides, who must have signed it, and who evaluates it.
 *
 * @param source where bundles come from
 * @param trust what must hold before a bundle is used
 * @param reload how often to look for another one, and how long one lives without being confirmed
 * @param evaluation which engine answers
 * @param declaredPosture what must hold for this node to be ready, by name; see {@code GET /v1/posture}
 */
public record PolicyConfig(
        Source source, Trust trust, Reload reload, Evaluation evaluation, SortedMap<String, String> declaredPosture) {

    public PolicyConfig(
            Source source, Trust trust, Reload reload, Evaluation evaluation, Map<String, String> declaredPosture) {
        this(source, trust, reload, evaluation, new TreeMap<>(declaredPosture));
    }

    public PolicyConfig {
        declaredPosture = Collections.unmodifiableSortedMap(new TreeMap<>(declaredPosture));
    }

    /** Where bundles come from. */
    public sealed interface Source {

        /** The bundle that was built into the application. */
        record Packaged() implements Source {}

        /** An unpacked bundle, or what {@code opa/build.sh} writes. */
        record Directory(Path path) implements Source {}

        /** A bundle archive. */
        record Archive(Path path) implements Source {}

        /**
         * A server of bundle archives.
         *
         * @param token sent as bearer token
         */
        record Remote(URI location, Optional<String> token) implements Source {}
    }

    /**
     * What must hold before a bundle is used. With neither keys nor pin only the packaged one is.
     *
     * @param keys file of public keys of which one must have signed the bundle
     * @param pin the only digest that is accepted
     * @param rollbackAllowed whether an older rule set may follow a newer one
     * @param reportKeys file of public keys of which one must have signed a backtest report of the bundle
     */
    public record Trust(
            Optional<Path> keys, Optional<Digest> pin, boolean rollbackAllowed, Optional<Path> reportKeys) {}

    /**
     * How a bundle is replaced.
     *
     * @param interval between two looks at the source
     * @param ageMax after the source was last reached; zero means for ever
     */
    public record Reload(Duration interval, Duration ageMax) {}

    /**
     * Who evaluates.
     *
     * @param fallback what answers when the engine does not
     * @param shadow who is asked as well, to compare
     * @param cacheTtl how long an answer of OPA is used again; zero means never
     */
    public record Evaluation(Engine engine, Fallback fallback, Shadow shadow, Duration cacheTtl, Opa opa) {}

    /**
     * The OPA server.
     *
     * @param bundle its name there, under which provenance tells the revision
     * @param timeout of one question
     */
    public record Opa(URI location, Optional<String> token, String bundle, Duration timeout) {}

    /** Who answers. */
    public enum Engine {
        EMBEDDED,
        OPA
    }

    /** What answers when the engine does not: a denial, or the engine in this process under the same bundle. */
    public enum Fallback {
        DENY,
        EMBEDDED
    }

    /** Who is asked as well, without a say. */
    public enum Shadow {
        NONE,
        EMBEDDED,
        OPA
    }
}
