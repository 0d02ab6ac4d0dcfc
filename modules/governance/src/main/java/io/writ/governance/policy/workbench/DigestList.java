package io.writ.governance.policy.workbench;

import io.writ.evidence.Digest;

/** One line of the lists that the digests of a policy are taken over. */
final class DigestList {

    private DigestList() {}

    static String line(String path, byte[] content) {
        return path + '\0' + Digest.of(content) + '\n';
    }
}
