package io.writ.governance.policy;

import java.util.Optional;

/** The files of a compiled policy, by name. */
@FunctionalInterface
interface BundleFiles {

    /** The whole file, or nothing when there is none. */
    Optional<byte[]> read(String name);
}
