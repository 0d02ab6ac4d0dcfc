package io.writ.cli.database;

/** The database could not be installed, started or reached. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String attempt) {
        super(attempt);
    }

    public DatabaseException(String attempt, Throwable cause) {
        super(attempt, cause);
    }
}
