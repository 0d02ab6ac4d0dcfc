/** What evaluates a policy bundle, whichever way: the port, its answers, and the engine inside this process. */
package io.writ.governance.policy.engine;
