/**
 * Writ as its users see it: a real Liberty on a real PostgreSQL, spoken to over HTTP and with a real browser. Servers are
 * shared between tests that leave them as they were; a test that hurts one starts its own. Start at {@code RunIT}.
 */
package io.writ.it;
