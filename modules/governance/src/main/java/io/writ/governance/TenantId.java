package io.writ.governance;

/** Names a tenant. Every row that Writ owns belongs to exactly one. */
public record TenantId(String value) {

    /** The installation itself, for records of what it did on its own. No principal belongs to it. */
    public static final TenantId SYSTEM = new TenantId("writ:system");

    private static final int LENGTH_MAX = 128;

    public TenantId {
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a tenant id has 1 to " + LENGTH_MAX + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
