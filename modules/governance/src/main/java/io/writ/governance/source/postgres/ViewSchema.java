package io.writ.governance.source.postgres;

import io.writ.governance.TenantId;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Compares the views of the database with what the catalogue promises. */
final class ViewSchema {

    private static final System.Logger LOG = System.getLogger(ViewSchema.class.getName());

    /** The columns of a schema do not belong to a tenant, but a round trip has one. */
    private static final TenantId NOBODY = new TenantId("-");

    /** Shows only what this role may select, so a missing grant is found as well. */
    private static final String COLUMNS =
            "select table_name, column_name from information_schema.columns where table_schema = 'safe'";

    private final Catalogue catalogue;
    private final RoundTrip roundTrip;

    ViewSchema(Catalogue catalogue, RoundTrip roundTrip) {
        this.catalogue = catalogue;
        this.roundTrip = roundTrip;
    }

    boolean isAsPromised() {
        try {
            Set<String> missing = new TreeSet<>(promised());
            missing.removeAll(roundTrip.run(NOBODY, new Sql().add(COLUMNS), ViewSchema::columns));
            if (!missing.isEmpty()) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the catalogue names columns that the database does not have or"
                                + " does not let the source role read: " + missing);
            }
            return missing.isEmpty();
        } catch (SQLException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "the record views cannot be reached", unreachable);
            return false;
        }
    }

    private Set<String> promised() {
        Set<String> promised = new HashSet<>();
        for (View view : catalogue.views()) {
            for (Field field : view.fields()) {
                promised.add(view.id() + "." + field.name());
            }
        }
        return promised;
    }

    private static Set<String> columns(ResultSet rows) throws SQLException {
        Set<String> columns = new HashSet<>();
        while (rows.next()) {
            columns.add(rows.getString(1) + "." + rows.getString(2));
        }
        return columns;
    }
}
