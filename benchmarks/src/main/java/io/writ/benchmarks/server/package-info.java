/**
 * What is deployed beside the product to measure it inside a server: it appends through the server's own transactions,
 * data source and lanes. It is added to a copy of the product's archive, never to the archive.
 */
@NullMarked
package io.writ.benchmarks.server;

import org.jspecify.annotations.NullMarked;
