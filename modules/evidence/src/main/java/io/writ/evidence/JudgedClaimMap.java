package io.writ.evidence;

import java.util.List;
import java.util.Optional;

/**
 * A claim map after the finalize gate.
 *
 * @param coverageObserved supported claims over all claims, 0 to 1
 */
public record JudgedClaimMap(
        String id,
        TerminalMode terminalMode,
        List<JudgedClaim> claims,
        double coverageThreshold,
        double coverageObserved,
        Optional<Clarification> clarification,
        Optional<String> notes) {

    public JudgedClaimMap {
        claims = List.copyOf(claims);
    }
}
