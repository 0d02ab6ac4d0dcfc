package io.writ.ledger.append;

/** Opens lanes and looks at them, never inside the caller's transaction: its rollback must not undo an opening. */
interface LaneRegister {

    /** A new lane, durable before it is returned. */
    Lane open();

    /** Whether the lane ends in the database where its head in memory says, with the same hash. */
    boolean confirms(Lane lane);
}
