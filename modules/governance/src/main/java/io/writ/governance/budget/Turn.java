package io.writ.governance.budget;

import java.time.Duration;

/** What a node knows about the next call of a key. */
public sealed interface Turn {

    /** The call may go on; its permit is taken. */
    record Free() implements Turn {}

    /** This node holds no permit; the shared window must be asked. */
    record Ask(PermitOrder order) implements Turn {}

    /**
     * The window is used up.
     *
     * @param untold whether this is the first refusal of the window on this node; later ones are not recorded
     */
    record Over(Duration retryAfter, boolean untold) implements Turn {}
}
