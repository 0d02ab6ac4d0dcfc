package io.writ.evidence;

/** Names one evidence unit by the digest of its identity (PECR canonical form, 64 lower-case hex characters). */
public record EvidenceId(Digest digest) implements Comparable<EvidenceId> {

    /** Parses 64 lower-case hexadecimal characters. */
    public static EvidenceId of(String hex) {
        return new EvidenceId(new Digest(hex));
    }

    public String hex() {
        return digest.hex();
    }

    @Override
    public int compareTo(EvidenceId other) {
        return hex().compareTo(other.hex());
    }

    @Override
    public String toString() {
        return hex();
    }
}
