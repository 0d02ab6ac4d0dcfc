package io.writ.cli.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The passwords of a development database: made once, kept in a file that only its user can read. */
final class DevPasswords {

    private static final String SUPERUSER = "postgres";
    private static final String FILE = "passwords.properties";
    private static final int PASSWORD_BYTES = 24;

    private final DevFolder folder;
    private final Map<String, String> byRole;

    private DevPasswords(DevFolder folder, Map<String, String> byRole) {
        this.folder = folder;
        this.byRole = byRole;
    }

    /** Reads the passwords of the folder, or makes them when the folder is new. */
    static DevPasswords in(DevFolder folder) throws IOException {
        Path file = folder.directory().resolve(FILE);
        if (!folder.isComplete()) {
            return new DevPasswords(folder, kept(file, new LinkedHashMap<>()));
        }
        return new DevPasswords(folder, kept(file, read(file)));
    }

    /** The login of a role in a folder that another process holds. */
    static Login login(Path directory, String role) throws IOException {
        return login(read(directory.resolve(FILE)), role);
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new DatabaseException(file + " is missing: put it back, or delete the folder to start anew");
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var read = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().forEach(role -> read.put(role, properties.getProperty(role)));
        return read;
    }

    Login login(String role) {
        return login(byRole, role);
    }

    private static Login login(Map<String, String> byRole, String role) {
        String password = byRole.get(role);
        if (password == null) {
            throw new DatabaseException("the password of " + role + " is missing: delete the folder to start anew");
        }
        return new Login(role, password);
    }

    String superuser() {
        return login(SUPERUSER).password();
    }

    /** A file with the superuser's password alone, as initdb wants it; the caller deletes it. */
    Path superuserFile() throws IOException {
        Path file = folder.directory().resolve("superuser-password");
        OwnerOnly.write(file, superuser());
        return file;
    }

    /** The passwords there are, and new ones for roles that came with a newer version. */
    private static Map<String, String> kept(Path file, Map<String, String> known) throws IOException {
        var random = new SecureRandom();
        var all = new LinkedHashMap<>(known);
        Stream<String> roles = Stream.concat(
                Stream.of(SUPERUSER, "writ_owner"),
                Arrays.stream(DatabaseRole.values()).map(DatabaseRole::roleName));
        roles.forEach(role -> all.computeIfAbsent(role, _ -> password(random)));
        if (all.size() > known.size()) {
            var text = new StringBuilder();
            all.forEach((role, password) ->
                    text.append(role).append('=').append(password).append('\n'));
            OwnerOnly.write(file, text.toString());
        }
        return all;
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
