package io.writ.cli.ledger;

import io.writ.cli.Environment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom a server is asked. */
final class CallerOptions {

    @Option(names = "--as", paramLabel = "PRINCIPAL", description = "Ask as this principal. Default: ${DEFAULT-VALUE}.")
    private String principal = "auditor";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "The secret of the caller. Better in the environment, WRIT_LOCAL_AUTH_SHARED_SECRET: others on"
                            + " this machine see the arguments of a command.")
    private @Nullable String token;

    LedgerClient client(String url, Environment environment) {
        Optional<String> secret =
                Optional.ofNullable(token).or(() -> environment.value("WRIT_LOCAL_AUTH_SHARED_SECRET"));
        return LedgerClient.of(url, Optional.of(principal), secret);
    }
}
