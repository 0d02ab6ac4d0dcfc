package io.writ.governance.source.postgres;

import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;

/** Names and columns as SQL. */
final class Columns {

    private static final int LENGTH_MAX = 63;

    /** Stands for the view in every statement, so that a column is never taken for an output name. */
    private static final String ROW = "r.";

    private static final String UTC_SECONDS = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";

    private Columns() {}

    /** The view with its alias. */
    static String from(View view) {
        return " from safe." + quoted(view.id()) + " as r";
    }

    static String column(Field field) {
        return ROW + quoted(field.name());
    }

    /** The column as text, the same whatever the settings of the server are. */
    static String text(Field field) {
        return switch (field.type()) {
            case TEXT, NUMBER -> column(field) + "::text";
            case DATE -> "to_char(" + column(field) + ", 'YYYY-MM-DD')";
            case TIMESTAMP -> utc(field, UTC_SECONDS);
        };
    }

    /** The column for sorting; texts byte by byte, so that the order does not depend on the server's locale. */
    static String order(Field field) {
        return switch (field.type()) {
            case TEXT -> column(field) + " collate \"C\"";
            case NUMBER, DATE, TIMESTAMP -> column(field);
        };
    }

    /** A timestamp column in UTC, in a format of PostgreSQL that is a literal of this program. */
    static String utc(Field field, String format) {
        return "to_char(" + column(field) + " at time zone 'UTC', " + format + ")";
    }

    /** Quotes a name of the catalogue; its rules are checked again where it matters. */
    private static String quoted(String name) {
        if (!isPlain(name)) {
            throw new IllegalArgumentException("not a plain identifier");
        }
        return '"' + name + '"';
    }

    /** A small letter, then small letters, digits and underscores. */
    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean letter = character >= 'a' && character <= 'z';
            if (!letter && (at == 0 || (character != '_' && (character < '0' || character > '9')))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LENGTH_MAX;
    }
}
