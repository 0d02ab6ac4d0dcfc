/** Where a policy comes from, what must hold before it is used, and which one is in force. */
package io.writ.governance.policy.bundle;
