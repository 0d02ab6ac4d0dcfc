package io.writ.ledger;

import io.writ.ledger.export.ExportException;
import io.writ.ledger.export.ExportSnapshot;
import io.writ.ledger.export.FileCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;

/** Verifies an export: first that its files are those that were written, and then the log in them. */
final class ExportVerifier implements LedgerVerifier {

    private final Path export;
    private final VerifierOptions options;

    ExportVerifier(Path export, VerifierOptions options) {
        this.export = export;
        this.options = options;
    }

    @Override
    public VerificationReport verify() {
        var findings = new Findings();
        try (ExportSnapshot snapshot = ExportSnapshot.open(export);
                Workers workers = Workers.of(options.threads())) {
            compareFiles(snapshot, findings, workers);
            AnchoredRoots anchored = AnchoredRoots.unread(options.anchors(), findings);
            return new Audit(snapshot, anchored, options, workers).report();
        } catch (ExportException none) {
            throw new LedgerException("the export cannot be read: " + none.getMessage(), none);
        } catch (IOException | SQLException failure) {
            throw new LedgerException("verifying the export " + export + " could not be finished", failure);
        }
    }

    private void compareFiles(ExportSnapshot snapshot, Findings findings, Workers workers)
            throws IOException, SQLException {
        long begin = System.nanoTime();
        var tasks = new ArrayList<Workers.Task>();
        for (FileCheck check : snapshot.checks()) {
            tasks.add(() -> compare(check, findings));
        }
        workers.all(tasks);
        long bytes = snapshot.checks().stream().mapToLong(FileCheck::bytes).sum();
        options.progress()
                .finished(VerificationProgress.Phase.FILES, bytes, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void compare(FileCheck check, Findings findings) throws IOException {
        Place place = new Place.OfFile(check.name());
        if (check.isMissing()) {
            findings.add(new Finding(
                    Verdict.GAP_UNDISCLOSED, place, "it is missing, and the manifest says that it was exported"));
        }
        check.problem().ifPresent(problem -> findings.add(new Finding(Verdict.FORKED, place, problem)));
    }
}
