package io.writ.governance.policy.bundle;

import java.util.Optional;

/** The files of a compiled policy, by name. */
@FunctionalInterface
public interface BundleFiles {

    /** The whole file, or nothing when there is none. */
    Optional<byte[]> read(String name);
}
