/**
 * Says which gates stand, by asking the parts that are running, and compares it with what the operator declared. Start at
 * {@link io.writ.governance.posture.LivePosture}.
 */
package io.writ.governance.posture;
