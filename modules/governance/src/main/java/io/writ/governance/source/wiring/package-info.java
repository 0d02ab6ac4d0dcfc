/**
 * Puts the sources together and hands the container the one door to them, never a source. Start at
 * {@code SourceWiring}.
 */
package io.writ.governance.source.wiring;
