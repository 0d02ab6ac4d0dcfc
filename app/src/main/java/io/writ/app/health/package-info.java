/** Tells whether the process lives and whether it can do its work. Start at {@link io.writ.app.health.Readyz}. */
package io.writ.app.health;
