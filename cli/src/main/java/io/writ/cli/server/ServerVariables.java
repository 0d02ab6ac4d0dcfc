package io.writ.cli.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which variables of the caller's environment a server may have. The owner's credentials are for {@code writ migrate} and
 * the auditor's for {@code writ ledger verify}: a server that had them could change what it recorded, or read across
 * tenants.
 */
final class ServerVariables {

    private ServerVariables() {}

    static boolean belongs(String name) {
        return name.startsWith("WRIT_") && !name.startsWith("WRIT_DB_OWNER_") && !name.startsWith("WRIT_DB_AUDITOR_");
    }

    /** The sample configuration of the checkout, and over it what the caller set and a server may have. */
    static Map<String, String> of(Path root, Map<String, String> caller) {
        Map<String, String> variables = new HashMap<>();
        variables.put("WRIT_CATALOGUE", root.resolve("config/catalogue.json").toString());
        variables.put("WRIT_CORPUS", root.resolve("config/corpus").toString());
        variables.put("WRIT_IDENTITY", root.resolve("config/identity.json").toString());
        caller.forEach((name, value) -> {
            if (belongs(name)) {
                variables.put(name, value);
            }
        });
        return variables;
    }
}
