package io.writ.governance.source.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.Obligations;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SettableClock;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceDatabase;
import io.writ.governance.source.SourceFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A read as of a time is true or refused. The test's clock runs around the real time at which the files are written,
 * since the file system keeps that one.
 */
class AsOfTest {

    private static final String ID = "public/policy.txt";

    @RegisterExtension
    static final SourceDatabase DATABASE = new SourceDatabase();

    @TempDir
    private Path root;

    private final Instant written = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final SettableClock clock = new SettableClock(before(60));
    private CorpusReads corpus;

    @BeforeEach
    void open() throws Exception {
        DATABASE.forgetVersions();
        Files.createDirectories(root.resolve("public"));
        Files.writeString(root.resolve(ID), "one");
        corpus = start();
    }

    @Test
    void aSessionBeforeAnEditKeepsReadingWhatWasAndALaterOneReadsWhatIs() throws Exception {
        corpus.text(ID, clock.instant());
        edit("two");

        assertThat(corpus.text(ID, before(60))).isEqualTo("one");
        assertThat(corpus.text(ID, after(10))).isEqualTo("two");
    }

    @Test
    void aVersionThatWasErasedIsNotHeldAndTheOthersAre() throws Exception {
        corpus.text(ID, clock.instant());
        edit("two");
        corpus.text(ID, after(10));
        DATABASE.execute("update writ.source_version set content = null where convert_from(content, 'UTF8') = 'one'");

        assertNotHeld(corpus.span(ID, before(60)));
        assertThat(corpus.text(ID, after(10))).isEqualTo("two");
    }

    @Test
    void searchIsTrueAtTheSessionsTimeAsWell() throws Exception {
        corpus.text(ID, clock.instant());
        edit("two");

        assertThat(((Reading.Hits)
                                corpus.read(CorpusReads.any("one", "two"), Shipped.LOCAL, Obligations.NONE, before(60)))
                        .hits())
                .extracting(Reading.Hit::text)
                .containsExactly("one");
    }

    @Test
    void theTimeInWhichNobodyLookedIsNotHeld() throws Exception {
        corpus.text(ID, clock.instant());
        edit("two");

        assertNotHeld(corpus.span(ID, before(30)));
        assertNotHeld(corpus.read(CorpusReads.any("one"), Shipped.LOCAL, Obligations.NONE, before(30)));
    }

    @Test
    void aTimeBeforeTheFirstLookIsNotHeld() {
        corpus.text(ID, clock.instant());

        assertNotHeld(corpus.span(ID, before(90)));
        assertNotHeld(corpus.span(ID, Instant.EPOCH));
        assertNotHeld(corpus.versions(ID, before(90)));
    }

    @Test
    void theFutureIsNotHeld() {
        assertNotHeld(corpus.span(ID, clock.instant().plusSeconds(60)));
    }

    @Test
    void versionsAreThoseThatHadBeenSeen() throws Exception {
        String one = ((Reading.TextSpan) corpus.span(ID)).versionId();
        edit("two");
        String two = ((Reading.TextSpan) corpus.span(ID)).versionId();

        assertThat(((Reading.VersionList) corpus.versions(ID, after(10))).versions())
                .extracting(Reading.Version::versionId)
                .containsExactly(two, one);
        assertThat(((Reading.VersionList) corpus.versions(ID, before(60))).versions())
                .containsExactly(new Reading.Version(one, before(60)));
    }

    @Test
    void whatWasSeenSurvivesARestartAndHoldsOnAnotherNode() throws Exception {
        corpus.text(ID, clock.instant());
        edit("two");
        corpus.text(ID, clock.instant());
        corpus = start();

        assertThat(corpus.text(ID, before(60))).isEqualTo("one");
        assertThat(corpus.text(ID, after(10))).isEqualTo("two");
    }

    @Test
    void anEditWhileNobodyRanLeavesAGap() throws Exception {
        corpus.text(ID, clock.instant());
        corpus = start();
        edit("two");

        assertThat(corpus.text(ID, before(60))).isEqualTo("one");
        assertNotHeld(corpus.span(ID, before(30)));
        assertThat(corpus.text(ID, after(10))).isEqualTo("two");
    }

    @Test
    void aDeletedDocumentIsGoneNowAndWasThereThen() throws Exception {
        corpus.text(ID, clock.instant());
        Files.delete(root.resolve(ID));
        clock.set(after(10));

        assertFailed(corpus.span(ID), SourceFailure.NOT_FOUND);
        assertThat(corpus.text(ID, before(60))).isEqualTo("one");
        assertThat(((Reading.Hits) corpus.read(CorpusReads.any("one"), Shipped.LOCAL, Obligations.NONE, before(60)))
                        .hits())
                .hasSize(1);
    }

    @Test
    void aNewDocumentIsReadAtOnceAndWasNotThereBefore() throws Exception {
        corpus.text(ID, clock.instant());
        Files.writeString(root.resolve("public/new.txt"), "new");
        clock.set(after(10));

        assertThat(corpus.text("public/new.txt", clock.instant())).isEqualTo("new");
        assertFailed(corpus.span("public/new.txt", before(60)), SourceFailure.NOT_FOUND);
    }

    @Test
    void anAsOfTimeStandsForItsWholeSecond() throws Exception {
        clock.set(before(60).plusMillis(700));
        corpus.text(ID, before(60));

        assertThat(corpus.text(ID, before(60))).isEqualTo("one");
        assertNotHeld(corpus.span(ID, before(61)));
    }

    @Test
    void oneLookPerSecondIsEnoughUnlessASessionIsYounger() throws Exception {
        corpus.text(ID, before(60));
        Files.writeString(root.resolve(ID), "two");

        clock.pass(Duration.ofMillis(900));
        assertThat(corpus.text(ID, before(60))).isEqualTo("one");
        assertThat(corpus.text(ID, before(60).plusMillis(900))).isEqualTo("two");
    }

    @Test
    void withoutTheStoreNothingIsServed() throws Exception {
        var unreachable = new PGSimpleDataSource();
        unreachable.setPortNumbers(new int[] {1});
        var blind = new CorpusReads(root, new JdbcVersionStore(unreachable), clock);

        assertFailed(blind.span(ID), SourceFailure.DOWN);
        assertThat(blind.source().isReachable()).isFalse();
    }

    private CorpusReads start() {
        return new CorpusReads(root, new JdbcVersionStore(DATABASE.asApp()), clock);
    }

    private void edit(String text) throws Exception {
        Files.writeString(root.resolve(ID), text);
        clock.set(after(10));
    }

    private Instant before(int seconds) {
        return written.minusSeconds(seconds);
    }

    private Instant after(int seconds) {
        return written.plusSeconds(seconds);
    }

    private static void assertNotHeld(Reading reading) {
        assertFailed(reading, SourceFailure.AS_OF_NOT_HELD);
    }

    private static void assertFailed(Reading reading, SourceFailure failure) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure())
                                .as(failed.message())
                                .isEqualTo(failure));
    }
}
