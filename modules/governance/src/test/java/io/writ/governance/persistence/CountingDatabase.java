package io.writ.governance.persistence;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts what costs a round trip: executions, and the end of a transaction. */
public final class CountingDatabase implements DataSource {

    private static final Set<String> TRIPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback");

    private final DataSource database;
    private final AtomicInteger trips = new AtomicInteger();

    public CountingDatabase(DataSource database) {
        this.database = database;
    }

    /** Trips since the last time somebody asked. */
    public int tripsSinceLastAsked() {
        return trips.getAndSet(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = database.getConnection();
        return proxy(Connection.class, (_, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, (_, inner, values) -> call(statement, inner, values))
                    : result;
        });
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (TRIPS.contains(method.getName())) {
            trips.incrementAndGet();
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> wanted) {
        return false;
    }
}
