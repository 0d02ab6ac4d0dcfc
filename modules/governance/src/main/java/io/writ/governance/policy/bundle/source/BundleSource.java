package io.writ.governance.policy.bundle.source;

import io.writ.governance.PolicyConfig;
import java.util.Optional;

/** A place that holds the newest bundle. */
public interface BundleSource {

    /**
     * Looks for another bundle than the one in force.
     *
     * @param active what {@link Look.Found} said about the bundle in force; absent before there is one
     */
    Look look(Optional<Edition> active);

    /** How records and posture call it; names no address and no path. */
    String kind();

    /** Where a bundle is from outside of the application. */
    static BundleSource of(PolicyConfig.Source source) {
        return switch (source) {
            case PolicyConfig.Source.Packaged _ -> new PackagedSource();
            case PolicyConfig.Source.Directory(var path) -> new DirectorySource(path);
            case PolicyConfig.Source.Archive(var path) -> new ArchiveSource(path);
            case PolicyConfig.Source.Remote(var location, var token) -> new UrlSource(location, token);
        };
    }

    /** What was found. */
    sealed interface Look {

        /** A bundle, which may still be unfit. */
        record Found(BundleContent content, Edition edition) implements Look {}

        /** Still the one in force. */
        record Unchanged() implements Look {}

        /** Nothing that could be read. */
        record Failed(BundleFlaw flaw, String problem) implements Look {}
    }
}
