package io.writ.governance.writ;

import io.writ.ledger.proof.CheckpointProof;
import io.writ.ledger.proof.ProofException;
import io.writ.ledger.proof.SealKey;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a file that says it is the writ of an answer. Reads nothing but the bytes and the keys it is given. */
public final class WritVerifier {

    /** A thousand records with their proofs take a tenth of this. */
    public static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

    private final List<SealKey> logs;
    private final List<SealKey> witnesses;

    /**
     * A verifier.
     *
     * @param logs keys of logs that are trusted; with none the key in the file is used, and proves nothing about itself
     * @param witnesses keys of witnesses that must have signed the checkpoint, each of them
     */
    public WritVerifier(List<SealKey> logs, List<SealKey> witnesses) {
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
    }

    public WritReport verify(byte[] file) {
        List<Found> found = new ArrayList<>();
        Optional<WritFacts> facts = Optional.empty();
        try {
            Broken.unless(file.length <= FILE_BYTES_MAX, Fault.FILE_TOO_LARGE, "file");
            Envelope envelope = Envelope.read(file);
            Node statement = statement(envelope);
            SealKey key = key(statement);
            // A signature says only that something is wrong; what is inside says where, so both are looked at.
            sealed(envelope, key).ifPresent(found::add);
            facts = Optional.of(inside(statement, key));
        } catch (Broken broken) {
            found.add(broken.found());
        }
        boolean trusted = !logs.isEmpty() && found.stream().noneMatch(each -> each.fault() == Fault.KEY_OTHER);
        return new WritReport(found, trusted, facts);
    }

    private static Node statement(Envelope envelope) {
        JsonObject payload =
                Spelling.object(envelope.payload(), Fault.PAYLOAD_MALFORMED, Fault.PAYLOAD_CANONICAL, "payload");
        Node statement = Node.ofStatement(payload);
        version(statement, "_type", Predicate.STATEMENT);
        version(statement, "predicateType", Predicate.TYPE);
        return statement;
    }

    private static void version(Node statement, String name, String known) {
        Broken.unless(statement.text(name).equals(known), Fault.STATEMENT_VERSION, name);
    }

    private static SealKey key(Node statement) {
        String text = predicate(statement).node("ledger").text("key");
        try {
            SealKey key = SealKey.parse(text);
            Broken.unless(!key.isOfWitness(), Fault.KEY_MALFORMED, "ledger.key");
            return key;
        } catch (ProofException malformed) {
            throw new Broken(Fault.KEY_MALFORMED, "ledger.key");
        }
    }

    /** The predicate stands for itself: its members are named without it. */
    private static Node predicate(Node statement) {
        return Node.ofStatement(statement.node("predicate").object());
    }

    private Optional<Found> sealed(Envelope envelope, SealKey key) {
        if (!envelope.keyId().equals(key.label())) {
            return Optional.of(new Found(Fault.KEY_ID, "envelope.signatures[0].keyid"));
        }
        if (!envelope.isSignedBy(key)) {
            return Optional.of(new Found(Fault.SIGNATURE_WRONG, "envelope.signatures[0].sig"));
        }
        // Last: a writ from before a change of keys holds in itself, and that is another thing than one that does not.
        return logs.isEmpty() || logs.contains(key)
                ? Optional.empty()
                : Optional.of(new Found(Fault.KEY_OTHER, "ledger.key"));
    }

    private WritFacts inside(Node statement, SealKey key) {
        statement.with(Set.of("_type", "predicate", "predicateType", "subject"), Set.of());
        Node predicate = predicate(statement).with(Predicate.REQUIRED, Predicate.OPTIONAL);
        Node ledger = predicate.node("ledger").with(Set.of("checkpoint", "entries", "key"), Set.of());
        Node run = RunBinding.members(predicate);
        CheckpointProof checkpoint = checkpoint(ledger, key);
        Records records = Records.read(ledger, run);
        records.entries().forEach(entry -> entry.check(checkpoint));
        Node opened = records.only("create_session", "opened", Fault.RUN_OPENED);
        Node finished = records.only("finalize", "finalized", Fault.RUN_FINISHED);
        RunBinding.check(run, opened, finished);
        RunBinding.question(predicate, opened);
        AnswerBinding.check(statement, predicate, records, finished);
        DecisionBinding.check(predicate, records);
        CountBinding.check(predicate, records, opened, finished);
        BudgetBinding.check(predicate, records, opened, finished);
        return Reading.facts(predicate, records, checkpoint, witnesses);
    }

    private CheckpointProof checkpoint(Node ledger, SealKey key) {
        CheckpointProof checkpoint;
        try {
            checkpoint = CheckpointProof.parse(ledger.text("checkpoint"));
        } catch (ProofException malformed) {
            throw new Broken(Fault.CHECKPOINT_MALFORMED, "ledger.checkpoint");
        }
        Broken.unless(checkpoint.origin().equals(key.name()), Fault.CHECKPOINT_ORIGIN, "ledger.checkpoint");
        Broken.unless(checkpoint.isSignedBy(key), Fault.CHECKPOINT_SIGNATURE, "ledger.checkpoint");
        for (SealKey witness : witnesses) {
            boolean seen = witness.isOfWitness() && checkpoint.seenBy(witness).isPresent();
            Broken.unless(seen, Fault.CHECKPOINT_WITNESS, "ledger.checkpoint, " + witness.name());
        }
        return checkpoint;
    }
}
