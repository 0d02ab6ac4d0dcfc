// module: unnamed
// expect: only-anchors-and-exports-touch-files | for auditors|java.nio.file.Files
package io.writ.ledger.tree;

final class TreeWritesFiles {
    static boolean exported(java.nio.file.Path checkpoint) {
        return java.nio.file.Files.exists(checkpoint);
    }
}
