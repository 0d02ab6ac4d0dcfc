/** Tells whether the process lives and whether it can do its work. Start at {@code Readyz}. */
package io.writ.app.health;
