package io.writ.governance.policy.remote;

import java.time.Duration;

/**
 * What is sent, and until when a reply is of use: one limit for all attempts together.
 *
 * @param body canonical, so that what OPA reads is what was hashed
 * @param deadlineNanos on the scale of {@link System#nanoTime()}
 */
record OpaQuestion(String body, long deadlineNanos) {

    static OpaQuestion within(Duration patience, String body) {
        return new OpaQuestion(body, System.nanoTime() + patience.toNanos());
    }

    long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }
}
