package io.writ.governance.gateway;

import io.writ.governance.CanonicalRecord;
import io.writ.governance.transcript.PolicyTrail;
import java.util.Optional;

/** The record, if it is there and may be read; nothing looks the same whether it is not there or not allowed. */
record RecordFindings(Optional<CanonicalRecord> record, PolicyTrail trail) {}
