package io.writ.governance.writ;

import io.writ.evidence.Digest;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LogKey;
import io.writ.ledger.proof.LogSeal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A log in memory, written after RFC 6962 and C2SP a second time so that the product is not its own judge. */
public final class TestLog {

    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final String signingKey;

    public TestLog(String name) {
        signingKey = LogKey.mint(name);
    }

    public LogSeal seal() {
        return LogSeal.of(signingKey);
    }

    public String signingKey() {
        return signingKey;
    }

    /** Proofs of these entries in the order of the tree, under one checkpoint of a tree with one more leaf. */
    public List<InclusionOutcome.Proven> prove(List<LedgerEntry> entries, List<Digest> previous) {
        List<byte[]> leaves = new ArrayList<>();
        entries.forEach(entry -> leaves.add(hash(0, entry.entry().bytes())));
        leaves.add(hash(0, new byte[] {1, 2, 3}));
        String note = note(leaves.size(), root(leaves));
        List<InclusionOutcome.Proven> proofs = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            List<Digest> path = path(index, leaves).stream().map(Digest::ofRaw).toList();
            proofs.add(new InclusionOutcome.Proven(
                    entries.get(index), previous.get(index), index, leaves.size(), path, note));
        }
        return proofs;
    }

    /** A checkpoint over some tree. */
    public String note(long size, byte[] root) {
        String[] key = LogKey.publicKey(signingKey).split("\\+", 3);
        String text = key[0] + "\n" + size + "\n" + base64(root) + "\n";
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        return text + "\n\u2014 " + key[0] + " " + base64(joined(HexFormat.of().parseHex(key[1]), signature)) + "\n";
    }

    private byte[] sign(byte[] message) {
        String seed = signingKey.lines().findFirst().orElseThrow().split("\\+", 5)[4];
        byte[] typed = Base64.getDecoder().decode(seed);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8, Arrays.copyOfRange(typed, 1, 33)))));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> below = leaves.subList(0, left);
        List<byte[]> above = leaves.subList(left, leaves.size());
        List<byte[]> path = index < left ? path(index, below) : path(index - left, above);
        path.add(root(index < left ? above : below));
        return path;
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) prefix);
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
