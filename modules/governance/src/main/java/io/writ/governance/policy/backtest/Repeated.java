package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;

/** What became of one question that was asked again. */
sealed interface Repeated {

    record Equal() implements Repeated {}

    record Different(Difference difference) implements Repeated {}

    /** No engine answered it then either. */
    record Unasked() implements Repeated {}

    /** The input of the decision is gone. */
    record Erased() implements Repeated {}

    /** A bundle decided that is not at hand. */
    record OtherBundle(Digest bundle) implements Repeated {}
}
