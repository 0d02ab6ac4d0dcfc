package io.writ.ledger.anchor;

import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A branch of a git repository: one file per log, one commit per checkpoint. The file is overwritten, the history keeps
 * every one.
 */
final class GitAnchor implements Anchor {

    /** Somebody else pushed in between; more often than this in a row is no coincidence and can wait. */
    private static final int ATTEMPTS_MAX = 4;

    private static final int BYTES_MAX = 65_536;

    private final String name;
    private final GitBranch branch;
    private final Clock clock;

    GitAnchor(String name, GitBranch branch, Clock clock) {
        this.name = name;
        this.branch = branch;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AnchorReading read(LogTrust trust) {
        try (ScratchRepository scratch = ScratchRepository.create()) {
            Repository repository = scratch.repository();
            return held(repository, branch.fetch(repository), trust);
        } catch (IOException | UncheckedIOException | URISyntaxException | JGitInternalException failure) {
            throw AnchorException.of(branch + " could not be read", failure);
        }
    }

    @Override
    public List<SignatureLine> publish(SignedNote checkpoint, LogHistory log) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                if (isPublished(checkpoint, log)) {
                    return List.of();
                }
            }
        } catch (IOException | UncheckedIOException | URISyntaxException | JGitInternalException failure) {
            throw AnchorException.of("a checkpoint could not be pushed to " + branch, failure);
        }
        throw new AnchorException(branch + " moved " + ATTEMPTS_MAX + " times while a checkpoint was pushed to it");
    }

    /** One look at the branch, and one commit on top of what was seen. */
    private boolean isPublished(SignedNote checkpoint, LogHistory log) throws IOException, URISyntaxException {
        try (ScratchRepository scratch = ScratchRepository.create()) {
            Repository repository = scratch.repository();
            Optional<ObjectId> tip = branch.fetch(repository);
            AnchorReading held = held(repository, tip, log.trust());
            Standing.require(held, name, log);
            Checkpoint published = Checkpoint.parse(checkpoint.text());
            boolean there = held.newest()
                    .filter(newest -> newest.checkpoint().size() >= published.size())
                    .isPresent();
            return there || branch.push(repository, commit(repository, tip, checkpoint, published), tip);
        }
    }

    private AnchorReading held(Repository scratch, Optional<ObjectId> tip, LogTrust trust) throws IOException {
        if (tip.isEmpty()) {
            return AnchorReading.nothing();
        }
        try (RevWalk walk = new RevWalk(scratch)) {
            RevCommit commit = walk.parseCommit(tip.get());
            Optional<String> content = content(scratch, path(trust.origin()), commit);
            String where = branch + ", commit " + commit.name() + ", file " + path(trust.origin());
            Instant since = commit.getCommitterIdent().getWhenAsInstant();
            return content.map(text -> AnchorReading.of(trust.judge(text, where).since(since)))
                    .orElseGet(AnchorReading::nothing);
        }
    }

    private static Optional<String> content(Repository scratch, String path, RevCommit commit) throws IOException {
        try (TreeWalk file = TreeWalk.forPath(scratch, path, commit.getTree())) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(
                            scratch.open(file.getObjectId(0), Constants.OBJ_BLOB)
                                    .getBytes(BYTES_MAX),
                            StandardCharsets.UTF_8));
        }
    }

    private ObjectId commit(Repository scratch, Optional<ObjectId> tip, SignedNote note, Checkpoint checkpoint)
            throws IOException {
        try (ObjectInserter inserter = scratch.newObjectInserter();
                ObjectReader reader = scratch.newObjectReader()) {
            ObjectId content =
                    inserter.insert(Constants.OBJ_BLOB, note.written().getBytes(StandardCharsets.UTF_8));
            DirCache files = files(reader, tip);
            DirCacheEditor editor = files.editor();
            editor.add(new DirCacheEditor.PathEdit(path(checkpoint.origin())) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                    entry.setObjectId(content);
                }
            });
            editor.finish();
            PersonIdent writ = new PersonIdent("Writ", "writ@localhost", clock.instant(), ZoneOffset.UTC);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(files.writeTree(inserter));
            tip.ifPresent(commit::setParentId);
            commit.setAuthor(writ);
            commit.setCommitter(writ);
            commit.setMessage("Checkpoint " + checkpoint.size() + " of " + checkpoint.origin() + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /** What else lies on the branch stays: a README, the checkpoints of other logs. */
    private static DirCache files(ObjectReader reader, Optional<ObjectId> tip) throws IOException {
        DirCache files = DirCache.newInCore();
        if (tip.isPresent()) {
            try (RevWalk walk = new RevWalk(reader)) {
                DirCacheBuilder builder = files.builder();
                builder.addTree(
                        new byte[0],
                        DirCacheEntry.STAGE_0,
                        reader,
                        walk.parseCommit(tip.get()).getTree());
                builder.finish();
            }
        }
        return files;
    }

    private static String path(String origin) {
        return SafeName.of(origin) + "/checkpoint";
    }
}
