package io.writ.governance.source.catalogue;

import java.util.Locale;

/** How a column is compared and written as text. */
public enum FieldType {
    TEXT,
    NUMBER,
    DATE,
    TIMESTAMP;

    /** The name in the catalogue file. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
