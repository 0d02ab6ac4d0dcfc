package io.writ.governance;

import java.util.Map;

/** Whether the privileged parts can work now: {@code ledger}, {@code opa} (the policy engine) and {@code postgres}. */
public interface Readiness {

    /** Each check by name; all true means ready. */
    Map<String, Boolean> checks();
}
