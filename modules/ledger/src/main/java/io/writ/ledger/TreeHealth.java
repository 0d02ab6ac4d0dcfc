package io.writ.ledger;

import java.util.List;

/** Whether what is recorded comes under a signed checkpoint in time. */
public interface TreeHealth {

    /** Why a node should not be used, a sentence each that says what to do; empty when the tree keeps up. */
    List<String> problems();

    /** What somebody should look at although the tree keeps up. */
    List<String> notes();
}
