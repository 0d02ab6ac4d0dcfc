/**
 * The gateway: admit, decide, read, redact, record. Each stage is a class of its own, and what needs an Allow is an
 * {@link io.writ.governance.gateway.Operation}. Nothing is released that was not recorded. Start at
 * {@link io.writ.governance.gateway.PolicyEnforcedGateway}.
 */
package io.writ.governance.gateway;
