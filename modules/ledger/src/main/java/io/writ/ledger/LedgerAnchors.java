package io.writ.ledger;

import java.util.List;

/** Whether checkpoints leave the database, as the process that sequences knows. Others know nothing and say nothing. */
public interface LedgerAnchors {

    /** Whether there is an anchor at all. */
    boolean isConfigured();

    /** Each configured anchor, once this process has led. */
    List<AnchorState> states();

    /** Why this process does not sequence: an anchor knows more than the database, or could not be asked. */
    List<String> refusals();

    /** The refusals, and each anchor that is behind for longer than is allowed, a sentence each. */
    List<String> problems();
}
