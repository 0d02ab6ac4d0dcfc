package io.writ.app.metrics;

/** Whether the scrape target asks for a principal. */
public record MetricsAccess(boolean needsPrincipal) {}
