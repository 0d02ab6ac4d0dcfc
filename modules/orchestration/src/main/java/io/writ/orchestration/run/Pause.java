package io.writ.orchestration.run;

import java.time.Duration;

/** Waits. A test waits without losing time. */
@FunctionalInterface
interface Pause {

    void of(Duration duration) throws InterruptedException;
}
