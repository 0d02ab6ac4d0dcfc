package io.writ.ledger.anchor;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/** Where an anchor is, as somebody wrote it: {@code [name=]dir:/path}, {@code git:URL#branch} or {@code witness:URL}. */
public sealed interface AnchorAddress {

    /** What the anchor is called; without a given name all that was written. */
    String name();

    /** A directory that exists. */
    record Directory(String name, Path path) implements AnchorAddress {}

    /** A branch of a repository that exists; the branch need not. */
    record Git(String name, String uri, String branch) implements AnchorAddress {}

    /** The prefix in front of {@code /add-checkpoint}. */
    record Witness(String name, URI prefix) implements AnchorAddress {}

    /** The branch where none is named. */
    String DEFAULT_BRANCH = "checkpoints";

    /**
     * Reads one.
     *
     * @throws AnchorException when it is none; the message says what it should be, and holds no password
     */
    static AnchorAddress parse(String written) {
        Matcher parts = Spelling.PARTS.matcher(written);
        if (!parts.matches()) {
            throw new AnchorException("an anchor is written dir:/path, git:URL#branch or witness:URL, with name= in"
                    + " front if it shall have another name");
        }
        String given = parts.group("name");
        String name = given == null ? written : given;
        String rest = parts.group("rest");
        return switch (parts.group("kind")) {
            case "dir" -> new Directory(name, Spelling.directory(rest));
            case "git" -> Spelling.git(name, rest);
            default -> new Witness(name, Spelling.url(rest, "witness"));
        };
    }

    /** The parts of what was written. */
    final class Spelling {

        private static final Pattern PARTS =
                Pattern.compile("(?:(?<name>[a-z0-9][a-z0-9.-]{0,39})=)?(?<kind>dir|git|witness):(?<rest>\\S+)");

        /** Spelled out, because looking a name up would let the name service decide. */
        private static final Pattern LOOPBACK =
                Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

        private Spelling() {}

        private static Path directory(String rest) {
            try {
                Path path = Path.of(rest);
                if (path.isAbsolute()) {
                    return path.normalize();
                }
            } catch (InvalidPathException ignored) {
                // Told below.
            }
            throw new AnchorException("dir: is followed by an absolute path, and " + rest + " is none");
        }

        private static AnchorAddress git(String name, String rest) {
            int hash = rest.indexOf('#');
            String repository = hash < 0 ? rest : rest.substring(0, hash);
            String branch = hash < 0 ? DEFAULT_BRANCH : rest.substring(hash + 1);
            if (!Repository.isValidRefName("refs/heads/" + branch)) {
                throw new AnchorException("git: names no branch that git would accept: " + branch);
            }
            boolean local = repository.startsWith("/") || repository.startsWith("file:///");
            return new Git(name, local ? repository : url(repository, "git").toString(), branch);
        }

        private static URI url(String text, String kind) {
            try {
                URI url = new URI(text);
                boolean plain = url.getHost() != null
                        && url.getRawUserInfo() == null
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null;
                boolean loopback = "http".equals(url.getScheme())
                        && LOOPBACK.matcher(String.valueOf(url.getHost())).matches();
                boolean safe = "https".equals(url.getScheme()) || loopback;
                if (plain && safe) {
                    return url;
                }
            } catch (URISyntaxException ignored) {
                // Told below, without the text: it may hold a password.
            }
            throw new AnchorException(kind + ": is followed by an https URL without credentials and query"
                    + (kind.equals("git") ? ", by file:///path or by an absolute path" : "")
                    + "; http is for this machine only");
        }
    }
}
