package io.writ.governance.gateway;

import io.writ.governance.policy.Governed;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/** Reads one named thing: a span, its versions, rows of a view, or figures over it. */
@Dependent
@Typed(Fetch.class)
class Fetch implements Operation<OperatorQuestion, Findings> {

    private final ReadStage reads;

    @Inject
    Fetch(ReadStage reads) {
        this.reads = reads;
    }

    @Override
    @Governed
    public Findings perform(OperatorQuestion question) {
        return reads.read(
                question,
                (permit, reading) ->
                        reads.redact(question, reading, permit.decision(), PolicyTrail.of(permit.decision())));
    }
}
