package io.writ.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks the same migrated database: starting one takes seconds. */
final class OneDatabase implements ParameterResolver {

    private static final Path DIRECTORY = Path.of("target/one-database");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DatabaseAccess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OneDatabase.class))
                .computeIfAbsent("database", key -> start(), DevDatabase.class)
                .access();
    }

    private static DevDatabase start() {
        try {
            // A folder that is not complete gets new data; the unpacked server in it is used again.
            Files.deleteIfExists(DIRECTORY.resolve("complete"));
            return DevDatabase.start(DIRECTORY);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
