/**
 * The writ of an answer: how its text is written, and how it is checked by whoever has nothing but the file and a public
 * key. The check asks no server, no database and no clock. The page {@code docs/verify.html} does the same in a browser,
 * with the same codes. Start at {@link io.writ.governance.writ.WritVerifier}.
 */
package io.writ.governance.writ;
