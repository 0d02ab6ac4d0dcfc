package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.Principal;
import io.writ.governance.session.SessionFacts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A session about to be opened.
 *
 * @param snapshot the document whose digest the facts carry
 * @param actorChain from the human who asked to the agent that calls
 * @param question what the run was asked, with its commitment
 */
public record NewSession(
        SessionFacts facts,
        Principal principal,
        JsonObject snapshot,
        JsonArray actorChain,
        Optional<String> question,
        Optional<Digest> questionCommitment) {}
