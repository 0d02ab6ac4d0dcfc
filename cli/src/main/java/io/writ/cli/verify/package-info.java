/**
 * Verifies the writ of an answer without server, database or network. Start at
 * {@link io.writ.cli.verify.VerifyWritCommand}.
 */
@NullMarked
package io.writ.cli.verify;

import org.jspecify.annotations.NullMarked;
