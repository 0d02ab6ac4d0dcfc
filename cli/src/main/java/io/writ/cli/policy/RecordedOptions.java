package io.writ.cli.policy;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.Rights;
import io.writ.governance.policy.workbench.Recorded;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which recorded decisions a command is about. */
final class RecordedOptions {

    /** Some seconds of work, and more than anybody reads. */
    private static final long LAST_DEFAULT = 10_000;

    @ArgGroup
    private HowMany howMany = new HowMany();

    @Option(names = "--tenant", paramLabel = "TENANT", description = "decisions of this tenant (default: of all)")
    private @Nullable String tenant;

    @Mixin
    private DataOption data = new DataOption();

    /** One or the other. */
    static final class HowMany {

        @Option(names = "--last", paramLabel = "N", description = "the newest N decisions (default: 10000)")
        private long last = LAST_DEFAULT;

        @Option(names = "--all", description = "every recorded decision")
        private boolean all;
    }

    Recorded decisions(Environment environment, LongConsumer progress) {
        if (howMany.last < 1) {
            throw new CommandFailure("--last must be 1 or more");
        }
        long decisionsMax = howMany.all ? Long.MAX_VALUE : howMany.last;
        return new Recorded(
                data.database(Rights.AUDITOR, environment).source(),
                Optional.ofNullable(tenant),
                decisionsMax,
                progress);
    }
}
