package io.writ.governance.gateway;

import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.GovernanceException;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Records that somebody looked at what is recorded, before they see it. */
record RecordedLook(RecordStage recording) {

    /**
     * Hands out the answer when the look is recorded, and nothing otherwise.
     *
     * @param what it is, for the message of a failure
     * @param detail what was shown: never an id that only the caller made up
     */
    <T> T answer(String what, Caller caller, PolicyTrail trail, JsonObject detail, T answer) {
        boolean allowed = trail.verdict().equals("allow");
        Deed deed = Deed.withoutData(
                        Event.READ_ARCHIVE,
                        Optional.empty(),
                        trail,
                        allowed ? "answered" : "policy_denied",
                        allowed ? TerminalMode.SUPPORTED : TerminalMode.INSUFFICIENT_PERMISSION)
                .with(detail);
        return switch (recording.records().note(recording.row(Circumstances.outside(caller), deed))) {
            case Attempt.Recorded<Integer> _ -> answer;
            case Attempt.Closed<Integer> _, Attempt.Lost<Integer> _ ->
                throw new GovernanceException("recording " + what);
        };
    }
}
