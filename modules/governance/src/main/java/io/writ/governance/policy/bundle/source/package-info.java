/**
 * Brings the files of a bundle into memory, whole and within limits, from wherever they are. Nothing here trusts or
 * understands them. Start at {@link io.writ.governance.policy.bundle.source.BundleSource}.
 */
package io.writ.governance.policy.bundle.source;
