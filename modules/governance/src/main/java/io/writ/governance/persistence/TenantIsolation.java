package io.writ.governance.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database whether row security binds the role of this server on every table that belongs to tenants. */
public final class TenantIsolation {

    private static final Logger LOG = System.getLogger(TenantIsolation.class.getName());

    private static final String SQL = """
            select coalesce(bool_and(tab.relrowsecurity and not pg_has_role(current_user, tab.relowner, 'usage')), false)
               and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as holds
              from pg_class tab
              join pg_namespace space on space.oid = tab.relnamespace and space.nspname = 'writ'
              join pg_attribute col on col.attrelid = tab.oid and col.attname = 'tenant_id' and not col.attisdropped
             where tab.relkind in ('r', 'p')
            """;

    private final DataSource database;

    public TenantIsolation(DataSource database) {
        this.database = database;
    }

    public boolean holds() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean("holds");
        } catch (SQLException unknown) {
            LOG.log(Level.WARNING, "whether tenants are kept apart cannot be asked", unknown);
            return false;
        }
    }
}
