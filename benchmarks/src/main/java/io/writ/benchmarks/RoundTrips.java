package io.writ.benchmarks;

/** Database round trips per call, over all connections of the server. */
record RoundTrips(double fetchRows, double run) {}
