package io.writ.governance.policy.workbench;

import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a user names on the command line. */
final class PolicyFiles {

    /** The shipped plan has a third of a megabyte; far beyond that it is another file. */
    static final int BYTES_MAX = 64 * 1024 * 1024;

    private PolicyFiles() {}

    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new WorkbenchException(file + " is larger than any policy: is it the right file?");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    "cannot read " + file + " (" + unreadable.getClass().getSimpleName()
                            + "): name a file that exists and that you may read",
                    unreadable);
        }
    }

    static JsonObject json(Path file) {
        return json(file.toString(), bytes(file));
    }

    static JsonObject json(String name, byte[] content) {
        try {
            return StrictJson.parseObject(content);
        } catch (WireFormatException malformed) {
            throw new WorkbenchException(
                    name + " is not what it should be: " + malformed.getMessage() + place(malformed), malformed);
        }
    }

    /** Where to look, as far as the parser knows. */
    private static String place(WireFormatException malformed) {
        return malformed.getCause() instanceof JsonParsingException parsing
                ? " at line " + parsing.getLocation().getLineNumber() + ", column "
                        + parsing.getLocation().getColumnNumber()
                : "";
    }
}
