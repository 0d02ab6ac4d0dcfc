/**
 * Everything that merely thinks: it plans, spends a budget and phrases claims. It has no way to data but the gateway
 * contract. Start at {@link io.writ.orchestration.Runs}.
 */
package io.writ.orchestration;
