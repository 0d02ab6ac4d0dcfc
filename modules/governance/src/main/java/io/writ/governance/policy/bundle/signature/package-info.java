/**
 * Verifies what OPA signed: JSON web signatures over the list of a bundle's files. Start at
 * {@link io.writ.governance.policy.bundle.signature.BundleSignature}.
 */
package io.writ.governance.policy.bundle.signature;
