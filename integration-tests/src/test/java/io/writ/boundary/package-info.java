/**
 * The boundary, proven on every build: sources that must not compile, bytecode that must not exist, descriptors that
 * must not widen. Each rule has a fixture that shows it bites. Start at {@code OffendingSourcesTest}.
 */
package io.writ.boundary;
