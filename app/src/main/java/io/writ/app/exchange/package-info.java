/** One HTTP exchange and the ids it is known by. Start at {@link io.writ.app.exchange.Exchange}. */
package io.writ.app.exchange;
