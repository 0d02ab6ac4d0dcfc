package io.writ.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * How one anchor stands, as this process knows.
 *
 * @param name of the anchor
 * @param publishedSize leaves of the newest checkpoint that this process knows to be there; 0 for none
 * @param failures how often something could not be published since the process started
 * @param lag for how long there has been a checkpoint that is not at the anchor; zero when the newest is
 * @param problem what is wrong with it now, as a sentence
 */
public record AnchorState(String name, long publishedSize, long failures, Duration lag, Optional<String> problem) {}
