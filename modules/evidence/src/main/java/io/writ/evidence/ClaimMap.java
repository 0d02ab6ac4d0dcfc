package io.writ.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What a caller submits for finalization: its claims, and how it thinks the run ended.
 *
 * @param id chosen by the caller; informative only, the gate mints its own key
 */
public record ClaimMap(
        String id,
        TerminalMode terminalMode,
        List<Claim> claims,
        Optional<Clarification> clarification,
        Optional<String> notes) {

    public ClaimMap {
        claims = List.copyOf(claims);
    }
}
