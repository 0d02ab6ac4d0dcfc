package io.writ.ledger.anchor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** One branch of a remote repository: its newest commit comes here, and one commit more goes there. Nothing is kept. */
record GitBranch(String uri, String branch, GitCredentials credentials) {

    /** A host that says nothing for so long is away. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    /** The newest commit is all that is compared; history stays where it is. */
    private static final int DEPTH = 1;

    /** Brings the newest commit; empty when there is no such branch yet. */
    Optional<ObjectId> fetch(Repository into) throws IOException, URISyntaxException {
        try (Transport transport = open(into)) {
            Optional<ObjectId> tip = tip(transport);
            if (tip.isPresent()) {
                transport.setDepth(DEPTH);
                transport.setTagOpt(TagOpt.NO_TAGS);
                RefSpec newest = new RefSpec("+" + ref() + ":" + Constants.R_REMOTES + "anchor/" + branch);
                transport.fetch(NullProgressMonitor.INSTANCE, List.of(newest));
                return Optional.ofNullable(into.resolve(Constants.R_REMOTES + "anchor/" + branch));
            }
            return tip;
        }
    }

    /** Whether the branch now ends with this commit; false when it moved meanwhile. Never forced. */
    boolean push(Repository from, ObjectId commit, Optional<ObjectId> expected) throws IOException, URISyntaxException {
        try (Transport transport = open(from)) {
            RemoteRefUpdate update = new RemoteRefUpdate(
                    from, commit.name(), commit, ref(), false, null, expected.orElse(ObjectId.zeroId()));
            transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return switch (update.getStatus()) {
                case OK, UP_TO_DATE -> true;
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> false;
                default -> isBusy(update) ? false : refused(update);
            };
        }
    }

    @Override
    public String toString() {
        return uri + "#" + branch;
    }

    /** Somebody else was writing the branch in this moment. */
    private static boolean isBusy(RemoteRefUpdate update) {
        String message = update.getMessage();
        return message != null && message.contains("lock");
    }

    private boolean refused(RemoteRefUpdate update) {
        throw new AnchorException(
                "the push to " + this + " was refused: " + update.getStatus() + ", " + update.getMessage());
    }

    private Optional<ObjectId> tip(Transport transport) throws IOException {
        try (FetchConnection connection = transport.openFetch()) {
            return Optional.ofNullable(connection.getRef(ref())).map(Ref::getObjectId);
        }
    }

    private String ref() {
        return Constants.R_HEADS + branch;
    }

    private Transport open(Repository repository) throws IOException, URISyntaxException {
        Transport transport = Transport.open(repository, new URIish(uri));
        transport.setTimeout((int) SILENCE_MAX.toSeconds());
        transport.setCredentialsProvider(
                credentials.isGiven()
                        ? new UsernamePasswordCredentialsProvider(credentials.user(), credentials.password())
                        : new Nobody());
        return transport;
    }

    /** Without credentials nobody is asked for any: there is nobody to ask. */
    private static final class Nobody extends CredentialsProvider {

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public boolean supports(CredentialItem... items) {
            return false;
        }

        @Override
        public boolean get(URIish host, CredentialItem... items) throws UnsupportedCredentialItem {
            return false;
        }
    }
}
