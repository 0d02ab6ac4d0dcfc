package io.writ.orchestration.claim;

import io.writ.evidence.ClaimMap;
import io.writ.evidence.Clarification;
import java.util.Optional;

/**
 * What a run wants to have finalized.
 *
 * @param text informative; the gate writes the answer again from the claims it accepts
 * @param partial whether some parts are answered and others are not
 */
public record Answer(ClaimMap claims, String text, Optional<Clarification> clarification, boolean partial) {}
