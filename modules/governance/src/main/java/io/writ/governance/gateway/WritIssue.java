package io.writ.governance.gateway;

import io.writ.evidence.ClaimMapJson;
import io.writ.evidence.JudgedClaimMap;
import io.writ.evidence.SharedJson;
import io.writ.governance.SessionId;
import io.writ.governance.WritOutcome;
import io.writ.governance.persistence.RunRecords;
import io.writ.governance.transcript.CitedEvidence;
import io.writ.governance.transcript.DecisionRecords;
import io.writ.governance.writ.Found;
import io.writ.governance.writ.WritDraft;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritSealing;
import io.writ.governance.writ.WritVerifier;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.proof.CheckpointProof;
import io.writ.ledger.proof.LogSeal;
import io.writ.ledger.proof.ProofException;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the writ of one run, and holds it against its own verifier before anybody gets it. */
final class WritIssue {

    private static final Logger LOG = System.getLogger(WritIssue.class.getName());

    /** What a verifier has no word for, because such a writ cannot be written. */
    private static final String NO_ENTRY = "entry.missing";

    private static final String NO_RUN = "run.opened";

    private final Optional<LogSeal> seal;
    private final TreeWait tree;
    private final Clock clock;

    WritIssue(Optional<LogSeal> seal, TreeWait tree, Clock clock) {
        this.seal = seal;
        this.tree = tree;
        this.clock = clock;
    }

    WritOutcome of(WritFindings.Material material) {
        if (material.run().summary().mode().isEmpty()) {
            return new WritOutcome.Unfinished();
        }
        if (material.records().size() > ReadWrit.RECORDS_MAX) {
            return new WritOutcome.TooLarge(ReadWrit.RECORDS_MAX);
        }
        return seal.map(key -> placed(material, key)).orElseGet(WritOutcome.KeyAbsent::new);
    }

    private WritOutcome placed(WritFindings.Material material, LogSeal key) {
        List<InclusionOutcome> places =
                tree.places(material.records().stream().map(RunRecords.Kept::id).toList());
        if (TreeWait.isPending(places)) {
            return new WritOutcome.Pending(tree.retryAfter());
        }
        List<WritDraft.Held> held = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            if (places.get(index) instanceof InclusionOutcome.Proven place) {
                held.add(held(material.records().get(index), place, material.whole()));
            }
        }
        if (held.isEmpty() || held.size() < places.size()) {
            return disagreeing(material, NO_ENTRY);
        }
        return isOfOtherKey(held.getFirst().place(), key) ? new WritOutcome.KeyOther() : sealed(material, held, key);
    }

    /** Asked before anything is held against anything: while keys change nothing is wrong, and nobody should be alarmed. */
    private static boolean isOfOtherKey(InclusionOutcome.Proven place, LogSeal key) {
        try {
            return !CheckpointProof.parse(place.checkpoint()).isSignedBy(key.key());
        } catch (ProofException malformed) {
            return false;
        }
    }

    private static WritDraft.Held held(RunRecords.Kept kept, InclusionOutcome.Proven place, boolean whole) {
        JsonObject record = kept.canonical().document();
        boolean open = whole || DecisionRecords.isOpen(record);
        return new WritDraft.Held(record, open ? Optional.of(kept.canonical().base64()) : Optional.empty(), place);
    }

    private WritOutcome sealed(WritFindings.Material material, List<WritDraft.Held> held, LogSeal key) {
        String envelope;
        try {
            envelope = new WritSealing(key).seal(draft(material, held));
        } catch (IllegalArgumentException notOneRun) {
            return disagreeing(material, NO_RUN);
        }
        WritReport report =
                new WritVerifier(List.of(key.key()), List.of()).verify(envelope.getBytes(StandardCharsets.UTF_8));
        return report.found().stream()
                .findFirst()
                .map(found -> disagreeing(material, code(found)))
                .orElseGet(() -> new WritOutcome.Issued(session(material), envelope));
    }

    private WritDraft draft(WritFindings.Material material, List<WritDraft.Held> held) {
        Optional<JudgedClaimMap> claims = material.run().claims();
        return new WritDraft(
                clock.instant(),
                material.run().answer(),
                claims.map(ClaimMapJson::write),
                claims.map(map -> CitedEvidence.of(map.claims(), material.evidence())),
                material.facts().question().map(WritIssue::opening),
                material.facts().spent(),
                held);
    }

    private static JsonObject opening(RunRecords.Opening question) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("salt", question.salt())
                .add("text", question.text())
                .build();
    }

    private static WritOutcome disagreeing(WritFindings.Material material, String code) {
        LOG.log(Level.ERROR, "no writ of run {0}: what is stored does not hold, {1}", session(material), code);
        return new WritOutcome.Disagreeing(code);
    }

    private static String code(Found found) {
        return found.fault().code();
    }

    private static SessionId session(WritFindings.Material material) {
        return material.run().summary().session();
    }
}
