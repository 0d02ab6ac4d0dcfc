package io.writ.ledger.append;

/** Opens lanes and looks at them, never inside the caller's transaction: its rollback must not undo an opening. */
interface LaneRegister {

    /** A new lane, durable before it is returned. */
    Lane open();

    /** Whether the database holds more of the lane than its head in memory says. */
    boolean hasOutgrown(Lane lane);
}
