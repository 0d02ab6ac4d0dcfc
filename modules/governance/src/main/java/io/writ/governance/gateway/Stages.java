package io.writ.governance.gateway;

import java.time.Clock;

/** The stages that every call passes. */
record Stages(
        AdmitStage admission,
        Preparation preparation,
        RecordStage recording,
        SessionDiagnosis diagnosis,
        Clock clock) {}
