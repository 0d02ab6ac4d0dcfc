package io.writ.governance;

/** A figure a view offers, such as count of customer_id. */
public record Metric(String name, String field) {}
