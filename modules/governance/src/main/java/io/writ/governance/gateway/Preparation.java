package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.canonical.PecrJson;
import io.writ.governance.Caller;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorName;
import io.writ.governance.RefusalReason;
import io.writ.governance.session.LiveSession;
import io.writ.governance.source.QueryScope;
import io.writ.governance.source.Sources;
import io.writ.governance.source.query.Normalisation;
import io.writ.governance.source.query.OperatorParams;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes sense of what the caller wrote: a known operator with parameters in normal form. */
final class Preparation {

    private final Sources sources;

    Preparation(Sources sources) {
        this.sources = sources;
    }

    /** A call that can be put to policy, or why it cannot. */
    sealed interface Result {

        record Prepared(PreparedCall call) implements Result {}

        record Senseless(Optional<OperatorName> operator, Objection objection) implements Result {}
    }

    Result prepare(Caller caller, LiveSession session, OperatorCall call) {
        Optional<OperatorName> operator = OperatorName.named(call.operator());
        if (operator.isEmpty()) {
            return new Result.Senseless(
                    operator, Objection.of(RefusalReason.OPERATOR_UNKNOWN, "operator not allowlisted"));
        }
        return switch (OperatorParams.normalise(operator.get(), call.params())) {
            case Normalisation.Invalid(String message) ->
                new Result.Senseless(operator, Objection.of(RefusalReason.PARAMS_INVALID, message));
            case Normalisation.Normalised normalised ->
                new Result.Prepared(prepared(caller, session, operator.get(), normalised));
        };
    }

    private PreparedCall prepared(
            Caller caller, LiveSession session, OperatorName operator, Normalisation.Normalised normalised) {
        byte[] params = PecrJson.text(normalised.params()).getBytes(StandardCharsets.UTF_8);
        return new PreparedCall(
                caller,
                session,
                operator,
                normalised.query(),
                QueryScope.of(
                        normalised.query(),
                        sources.catalogue(),
                        caller.principal().tenant()),
                Digest.of(params),
                params.length);
    }
}
