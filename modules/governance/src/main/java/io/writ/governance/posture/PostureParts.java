package io.writ.governance.posture;

import io.writ.governance.EdgeFacts;

/** Who is asked for the posture of a node. */
record PostureParts(String node, PolicyFacts policy, LedgerFacts ledger, ReleaseFacts release, EdgeFacts edge) {}
