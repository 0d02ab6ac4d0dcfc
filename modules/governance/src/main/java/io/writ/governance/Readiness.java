package io.writ.governance;

import java.util.List;
import java.util.Map;

/** Whether the privileged parts can work now: {@code ledger}, {@code opa} (the policy engine) and {@code postgres}. */
public interface Readiness {

    /** Each check by name; all true means ready. */
    Map<String, Boolean> checks();

    /** What is weaker than the operator declared, a sentence each; with any of them the node is not ready. */
    List<String> weaknesses();

    /** What somebody should look at although the node can work, a sentence each. */
    List<String> notes();
}
