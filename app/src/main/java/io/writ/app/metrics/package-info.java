/**
 * Counters and histograms under PECR's names. Every label has a bounded set of values, none names a tenant, a principal
 * or a question. Start at {@link io.writ.app.metrics.Meters}.
 */
package io.writ.app.metrics;
