package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.TerminalText;
import io.writ.cli.verify.TrustedKeys;
import io.writ.evidence.SharedJson;
import io.writ.ledger.CheckpointView;
import io.writ.ledger.FollowedLog;
import io.writ.ledger.LedgerException;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows a log over HTTP and ends with an alarm when it forks, shrinks or stands still. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Follows a log over HTTP: every checkpoint must hold everything that was under the one before.",
            "A quiet log does not grow, and that is no stall: a stall is a server that gives no answer, or entries that"
                    + " wait for a checkpoint, for longer than --stall."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:one look, and all is well (--once), or stopped",
            "2:could not look",
            "3:fork: what was under an older checkpoint is not under the newer one",
            "4:shrink: the newer checkpoint covers less",
            "5:stall",
            "6:key: the checkpoint is of another key or another log"
        })
public final class WatchLedgerCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "Where the server is: https://host, or http://localhost:port.")
    private String url = "";

    @Mixin
    private CallerOptions caller = new CallerOptions();

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description = "Public key of the log. Without it roots are compared, and nobody knows who signed them.")
    private @Nullable String key;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keeps the last checkpoint that was seen. Default: ${DEFAULT-VALUE}.")
    private Path state = Path.of("writ-watch.checkpoint");

    @Option(names = "--every", paramLabel = "TIME", description = "Pause between looks. Default: 10s.")
    private String every = "10s";

    @Option(names = "--stall", paramLabel = "TIME", description = "How long a log may stand still. Default: 5m.")
    private String stall = "5m";

    @Option(names = "--once", description = "Look once and end.")
    private boolean once;

    @Option(names = "--json", description = "One JSON object per line, for machines.")
    private boolean json;

    public WatchLedgerCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration pause = Durations.parse("--every", every);
        LedgerClient client = caller.client(url, environment);
        FollowedLog log = log();
        var kept = new WatchState(state);
        var stalls = new StallClock(client, Durations.parse("--stall", stall), clock.instant());
        Optional<CheckpointView> known = kept.known(log);
        while (true) {
            Sight sight = stalls.judge(new LogWatch(client, log).look(known), clock.instant());
            if (sight instanceof Sight.Fine fine) {
                kept.remember(fine.note());
                known = Optional.of(fine.checkpoint());
            }
            tell(sight);
            if (once || sight instanceof Sight.Broken) {
                return sight.exitCode();
            }
            Thread.sleep(pause);
        }
    }

    private FollowedLog log() {
        if (key == null) {
            spec.commandLine().getErr().println("writ: no --key: it is not checked who signs the checkpoints");
        }
        try {
            return new FollowedLog(Optional.ofNullable(key).map(TrustedKeys::only));
        } catch (LedgerException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void tell(Sight sight) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? TerminalText.json(jsonLine(sight)) : TerminalText.line(line(sight)));
        out.flush();
    }

    private String line(Sight sight) {
        String mark = switch (sight) {
            case Sight.Fine fine -> fine.event();
            case Sight.Unclear _ -> "unclear";
            case Sight.Broken broken -> "ALARM " + broken.alarm().word();
        };
        return clock.instant() + " " + mark + ": " + sight.told();
    }

    private String jsonLine(Sight sight) {
        JsonObjectBuilder line = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("at", clock.instant().toString())
                .add("exit_code", sight.exitCode());
        switch (sight) {
            case Sight.Fine fine ->
                line.add("event", fine.event())
                        .add("origin", fine.checkpoint().origin())
                        .add("size", fine.checkpoint().size())
                        .add("root", fine.checkpoint().root().hex());
            case Sight.Unclear _ -> line.add("event", "unclear");
            case Sight.Broken broken ->
                line.add("event", "alarm").add("alarm", broken.alarm().word());
        }
        return line.add("told", sight.told()).build().toString();
    }
}
