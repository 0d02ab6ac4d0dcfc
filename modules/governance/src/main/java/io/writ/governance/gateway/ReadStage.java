package io.writ.governance.gateway;

import io.writ.governance.RefusalReason;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.redaction.Release;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.Sources;
import io.writ.governance.transcript.PolicyTrail;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads under the permit of the running call, and redacts what it read. Holds no lock and no transaction. */
final class ReadStage {

    private static final Logger LOG = System.getLogger(ReadStage.class.getName());

    private final Sources sources;
    private final Redaction redaction;

    ReadStage(Sources sources, Redaction redaction) {
        this.sources = sources;
        this.redaction = redaction;
    }

    /** Reads, and hands what was read to the next step. Without a permit nothing is read. */
    Findings read(OperatorQuestion question, BiFunction<ReadPermit, Reading, Findings> next) {
        return ReadPermit.current()
                .map(permit -> read(question, permit, next))
                .orElseGet(() -> new Findings.Nothing(
                        Objection.of(RefusalReason.INTERNAL, "no permit was granted for this call; report it"),
                        PolicyTrail.NOT_ASKED));
    }

    /** Carries out the obligations of the decision that allowed the read. */
    Findings redact(OperatorQuestion question, Reading reading, PolicyDecision.Allow decision, PolicyTrail trail) {
        Release release;
        try {
            release = redaction.release(reading, decision, question.releaseContext());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "redaction broke while releasing for " + question.operator(), broken);
            return new Findings.Nothing(
                    Objection.of(
                            RefusalReason.INTERNAL,
                            "what was read could not be redacted, so nothing is released; report it"),
                    trail);
        }
        return switch (release) {
            case Release.Released released -> new Findings.Found(released, trail);
            case Release.Unfulfillable(String _, String message) ->
                new Findings.Nothing(Objection.of(RefusalReason.OBLIGATION_UNSUPPORTED, message), trail);
        };
    }

    private Findings read(
            OperatorQuestion question, ReadPermit permit, BiFunction<ReadPermit, Reading, Findings> next) {
        PolicyTrail trail = PolicyTrail.of(permit.decision());
        Optional<Objection> unsupported = Undertakings.forReading(question.operator(), permit.obligations());
        if (unsupported.isPresent()) {
            return new Findings.Nothing(unsupported.get(), trail);
        }
        Reading reading;
        try {
            reading = sources.read(permit, question.query());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "a source broke while reading for " + question.operator(), broken);
            return new Findings.Nothing(
                    Objection.of(RefusalReason.INTERNAL, "the source failed in an unexpected way; report it"), trail);
        }
        return switch (reading) {
            case Reading.Failed(SourceFailure failure, String message) ->
                new Findings.Nothing(Objection.of(reason(failure), message), trail);
            case Reading.Hits _, Reading.TextSpan _, Reading.VersionList _, Reading.RowSet _, Reading.Figures _ ->
                next.apply(permit, reading);
        };
    }

    private static RefusalReason reason(SourceFailure failure) {
        return switch (failure) {
            case NOT_PERMITTED -> RefusalReason.INTERNAL;
            case NOT_FOUND -> RefusalReason.OBJECT_NOT_FOUND;
            case AS_OF_NOT_HELD -> RefusalReason.AS_OF_NOT_HELD;
            case INVALID -> RefusalReason.PARAMS_INVALID;
            case OBLIGATION_UNSUPPORTED -> RefusalReason.OBLIGATION_UNSUPPORTED;
            case DOWN, TIMEOUT -> RefusalReason.SOURCE_DOWN;
            case MISCONFIGURED -> RefusalReason.SOURCE_MISCONFIGURED;
        };
    }
}
