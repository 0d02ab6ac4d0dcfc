package io.writ.ledger.append;

import java.time.Clock;
import java.util.UUID;

/** This process from its start to its end. A restarted node is another incarnation and writes other lanes. */
record Incarnation(UUID bootId, Clock clock) {}
