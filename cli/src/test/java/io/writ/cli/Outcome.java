package io.writ.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command said and how it ended. */
public record Outcome(int exitCode, String output, String errors) {

    public static Outcome of(Map<String, String> variables, String... arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        int exitCode = Writ.commandLine(variables)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        return new Outcome(exitCode, output.toString(), errors.toString());
    }
}
