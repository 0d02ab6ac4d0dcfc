package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.ledger.AnchorConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which anchors a command consults: those that it is told, and those of the environment. */
final class AnchorOptions {

    @Option(
            names = "--anchor",
            paramLabel = "SPEC",
            description =
                    "An anchor that must agree: [NAME=]dir:/path, git:URL#branch or witness:URL, under the name that the"
                            + " servers give it. Needs --key. May be given several times; those of WRIT_LEDGER_ANCHORS"
                            + " are consulted too.")
    private List<String> named = new ArrayList<>();

    AnchorConfig config(Environment environment) {
        String configured = environment.value("WRIT_LEDGER_ANCHORS").orElse("");
        List<String> all = Stream.concat(named.stream(), Stream.of(configured.split("\\s+", -1)))
                .filter(anchor -> !anchor.isEmpty())
                .distinct()
                .toList();
        AnchorConfig.problem(all, List.of()).ifPresent(problem -> {
            throw new CommandFailure(problem);
        });
        return AnchorConfig.reading(
                all,
                new AnchorConfig.GitLogin(
                        environment.value("WRIT_LEDGER_GIT_USER").orElse(""),
                        environment.value("WRIT_LEDGER_GIT_PASSWORD").orElse("")));
    }
}
