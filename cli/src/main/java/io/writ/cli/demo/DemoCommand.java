package io.writ.cli.demo;

import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.server.InstanceOptions;
import io.writ.cli.server.InstanceSettings;
import io.writ.cli.server.LocalInstance;
import io.writ.cli.server.OpaPreflight;
import io.writ.cli.server.Progress;
import io.writ.cli.server.Welcome;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.VerificationReport;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the main job to a newcomer, and tells the truth about whether it went as promised. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts an embedded PostgreSQL and the server, asks three questions of the sample company and",
            "shows for each the answer, its sources, every decision with its reason, and its ledger entries.",
            "Stays up until Ctrl-C. Exit code 1 means that something differed from what the demo promises."
        })
public final class DemoCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstanceOptions options = new InstanceOptions();

    @Option(names = "--once", description = "Exit when everything was shown.")
    private boolean once;

    public DemoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        OpaPreflight.check(environment.variables());
        PrintWriter out = spec.commandLine().getOut();
        InstanceSettings settings = options.settings(environment);
        try (LocalInstance instance = LocalInstance.start(settings, new Progress(out));
                HttpClient http = HttpClient.newHttpClient()) {
            Thread stop = new Thread(instance::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            List<String> differences = show(out, instance, http, settings);
            differences.forEach(difference -> out.println("DIFFERS: " + difference));
            if (!once) {
                Welcome.print(out, instance.server().base(), settings.secretFile());
                instance.server().awaitEnd();
            }
            Runtime.getRuntime().removeShutdownHook(stop);
            return differences.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private static List<String> show(
            PrintWriter out, LocalInstance instance, HttpClient http, InstanceSettings settings) {
        DemoClient client = new DemoClient(http, instance.server().base(), instance.secret());
        DemoReport report = new DemoReport(out);
        List<String> differences = new ArrayList<>();
        DemoWrit writ = new DemoWrit(client, settings, out);
        int number = 0;
        for (DemoQuestion question : DemoQuestion.ALL) {
            JsonObject answer = client.run(question);
            JsonObject run = client.recordOf(question.principal(), answer.getString("session_id"));
            report.print(++number, question, answer, run);
            differences.addAll(DemoPromise.differences(question, answer, run));
            if (number == 1) {
                differences.addAll(writ.differences(question.principal(), answer.getString("session_id")));
            }
        }
        VerificationReport ledger =
                LedgerVerifier.over(instance.database().asAuditor()).verify();
        out.println();
        out.printf(
                "Whole ledger, re-hashed by the auditor's role: %d entries in %d lanes, %s%n",
                ledger.entries(), ledger.lanes(), ledger.verdict().wireName());
        if (!ledger.verdict().holds()) {
            differences.addAll(ledger.sentences());
        }
        return differences;
    }
}
