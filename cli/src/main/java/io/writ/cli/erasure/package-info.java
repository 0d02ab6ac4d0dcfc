/**
 * Erases what is held about a person, as the owner of the database, and records that it was done. No proof changes:
 * records hold commitments only. Start at {@link io.writ.cli.erasure.EraseCommand}.
 */
@NullMarked
package io.writ.cli.erasure;

import org.jspecify.annotations.NullMarked;
