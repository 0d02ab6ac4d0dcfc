/**
 * What every request passes on its way in and out: it gets its ids, must come from this machine, must say who asks, is
 * counted, and whatever goes wrong leaves in one form. Start at {@link io.writ.app.entry.ExchangeFilter}.
 */
package io.writ.app.entry;
