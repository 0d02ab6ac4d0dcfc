package io.writ.governance.policy.remote;

/** A question to an OPA server, and its reply. */
interface Opa {

    /**
     * The reply, of whatever kind.
     *
     * @throws OpaTrouble when there is none
     */
    OpaReply ask(OpaQuestion question);
}
