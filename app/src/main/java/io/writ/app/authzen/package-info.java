/**
 * OpenID's Authorization API 1.0 (AuthZEN): other systems ask our policy in their own words. A question is put to the
 * policy desk, as a simulation is, and nothing that a question says about its subject is believed. Start at {@link
 * io.writ.app.authzen.Evaluator}.
 */
package io.writ.app.authzen;
