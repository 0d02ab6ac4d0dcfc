package io.writ.cli.database;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** The superuser of a development database: a measurement empties tables and forces checkpoints. */
@NullMarked
public final class Superuser {

    private static final String NAME = "postgres";

    private Superuser() {}

    public static Login of(Path directory) throws IOException {
        return DevPasswords.login(directory, NAME);
    }
}
