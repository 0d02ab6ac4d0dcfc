package io.writ.ledger;

import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.merkle.InclusionProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Checks a proof step by step with nothing but the public key of the log. */
public final class ProofCheck {

    private final RecordProof proof;
    private final Optional<NoteKey> key;
    private final List<ProofStep> steps = new ArrayList<>();

    private ProofCheck(RecordProof proof, Optional<NoteKey> key) {
        this.proof = proof;
        this.key = key;
    }

    /**
     * All steps, up to the first that does not hold.
     *
     * @param publicKey in the written form of C2SP {@code signed-note}; whoever checks has it from elsewhere than the proof
     */
    public static List<ProofStep> of(RecordProof proof, String publicKey) {
        return inside(proof, Optional.of(publicKey));
    }

    /** The same where the key may not be at hand; then the last step is left out. */
    static List<ProofStep> inside(RecordProof proof, Optional<String> publicKey) {
        try {
            var check = new ProofCheck(proof, publicKey.map(NoteKey::parse));
            if (check.record() && check.entry() && check.tree()) {
                check.key.ifPresent(check::signature);
            }
            return List.copyOf(check.steps);
        } catch (NoteException malformed) {
            throw new LedgerException("the public key of the log does not fit: " + malformed.getMessage(), malformed);
        }
    }

    private boolean record() {
        if (proof.canonical().isEmpty()) {
            return good("record", "The record itself is not in the proof: only its hash is checked from here on.");
        }
        Optional<byte[]> bytes = decoded(proof.canonical().get());
        if (bytes.isEmpty()) {
            return bad("record", "The record is not in base64.");
        }
        LedgerEntry entry = proof.proven().entry();
        if (!isCanonical(bytes.get())) {
            return bad("canonical", "The bytes of the record are not its canonical form (RFC 8785).");
        }
        good("canonical", "The record has " + bytes.get().length + " bytes and is in canonical form.");
        String named = RecordIdentity.in(bytes.get()).recordId();
        if (named.isEmpty()) {
            return bad("identity", "The record names no id, so nothing says that it is " + entry.recordId() + ".");
        }
        if (!named.equals(entry.recordId().toString())) {
            return bad(
                    "identity",
                    "The record calls itself " + named + ", and the proof is about " + entry.recordId() + ".");
        }
        good("identity", "It is record " + entry.recordId() + ".");
        return LedgerHash.leaf(bytes.get()).equals(entry.leaf())
                ? good(
                        "leaf",
                        "SHA-256(0x10 || record) is the leaf " + entry.leaf().hex() + ".")
                : bad("leaf", "The record does not hash to the leaf: it was changed, or belongs to another entry.");
    }

    private boolean entry() {
        LedgerEntry entry = proof.proven().entry();
        boolean follows = LedgerHash.entry(
                        proof.proven().previous(), entry.lane(), entry.seq(), entry.kind(), entry.leaf())
                .equals(entry.entry());
        String place = "lane " + entry.lane() + ", entry " + entry.seq();
        return follows
                ? good("entry", "The leaf and the entry before it hash to " + place + ".")
                : bad("entry", "Previous entry, place, kind and leaf do not hash to the entry of " + place + ".");
    }

    private boolean tree() {
        InclusionOutcome.Proven proven = proof.proven();
        Optional<TreeHash> root = root(proven);
        if (root.isEmpty()) {
            return bad("path", "The path does not fit leaf " + proven.treeIndex() + " of " + proven.treeSize() + ".");
        }
        good(
                "path",
                "From leaf " + proven.treeIndex() + ", " + proven.path().size() + " hashes lead to the root of "
                        + proven.treeSize() + " leaves.");
        try {
            Checkpoint checkpoint =
                    Checkpoint.parse(SignedNote.parse(proven.checkpoint()).text());
            boolean same =
                    checkpoint.size() == proven.treeSize() && checkpoint.root().equals(root.get());
            return same
                    ? good("root", "That is the root of the checkpoint of " + checkpoint.origin() + ".")
                    : bad("root", "That is not the root of the checkpoint: path, leaf or checkpoint was changed.");
        } catch (NoteException malformed) {
            return bad("root", "The checkpoint is none: " + malformed.getMessage() + ".");
        }
    }

    private void signature(NoteKey known) {
        SignedNote note = SignedNote.parse(proof.proven().checkpoint());
        if (!Checkpoint.parse(note.text()).origin().equals(known.name())) {
            bad("origin", "The checkpoint is of another log than " + known.name() + ".");
            return;
        }
        steps.add(
                switch (NoteVerifier.verify(note, known)) {
                    case NoteVerifier.Verdict.Signed _ ->
                        ProofStep.good("signature", "The key " + known.name() + " signed the checkpoint (Ed25519).");
                    case NoteVerifier.Verdict.Forged _ ->
                        ProofStep.bad("signature", "The signature is not that of " + known.name() + ": it is forged.");
                    case NoteVerifier.Verdict.Absent _ ->
                        ProofStep.bad(
                                "signature",
                                "The key " + known.text() + " did not sign the checkpoint. If the log changed its key,"
                                        + " take the key that was valid then.");
                });
    }

    private static Optional<TreeHash> root(InclusionOutcome.Proven proven) {
        if (proven.treeIndex() < 0 || proven.treeIndex() >= proven.treeSize()) {
            return Optional.empty();
        }
        List<TreeHash> path =
                proven.path().stream().map(hash -> TreeHash.ofRaw(hash.bytes())).toList();
        return new InclusionProof(proven.treeIndex(), proven.treeSize(), path)
                .root(TreeHash.leaf(proven.entry().entry().bytes()));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isCanonical(byte[] bytes) {
        try {
            return Arrays.equals(Rfc8785.bytes(StrictJson.parse(new String(bytes, StandardCharsets.UTF_8))), bytes);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private boolean good(String name, String told) {
        return steps.add(ProofStep.good(name, told));
    }

    private boolean bad(String name, String told) {
        steps.add(ProofStep.bad(name, told));
        return false;
    }
}
