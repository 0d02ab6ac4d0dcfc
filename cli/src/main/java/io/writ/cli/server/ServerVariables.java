package io.writ.cli.server;

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
}
