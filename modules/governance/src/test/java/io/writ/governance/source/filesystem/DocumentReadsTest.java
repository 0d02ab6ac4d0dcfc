package io.writ.governance.source.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.TestPermits;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReadsTest {

    @TempDir
    private Path root;

    private CorpusReads corpus;

    @BeforeEach
    void open() throws Exception {
        write("public/a.txt", "first\nzwölf Kessel\nlast");
        write("restricted/secret.txt", "secret");
        corpus = new CorpusReads(root, new ForgetfulStore(), Clock.systemUTC());
    }

    @Test
    void aSpanCarriesItsBytesAndLines() {
        assertThat(corpus.span("public/a.txt", 6, 19)).isInstanceOfSatisfying(Reading.TextSpan.class, span -> {
            assertThat(span.text()).isEqualTo("zwölf Kessel");
            assertThat(span.lineStart()).isEqualTo(2);
            assertThat(span.lineEnd()).isEqualTo(2);
        });
        assertThat(corpus.span("public/a.txt", 0, 24))
                .isInstanceOfSatisfying(
                        Reading.TextSpan.class,
                        span -> assertThat(span.lineEnd()).isEqualTo(3));
    }

    @Test
    void aRangeThatCutsACharacterOrLeavesTheDocumentIsInvalid() {
        assertFailed(corpus.span("public/a.txt", 6, 9), SourceFailure.INVALID);
        assertFailed(corpus.span("public/a.txt", 9, 10), SourceFailure.INVALID);
        assertFailed(corpus.span("public/a.txt", 0, 25), SourceFailure.INVALID);
        assertFailed(corpus.span("public/a.txt", 3, 2), SourceFailure.INVALID);
    }

    @Test
    void whatIsInNoCollectionOrOfAnotherTenantDoesNotExist() throws Exception {
        write("loose/x.txt", "kettle");
        write("top.txt", "kettle");
        write("other/price_list.txt", "kettle");

        assertFailed(corpus.span("loose/x.txt"), SourceFailure.NOT_FOUND);
        assertFailed(corpus.span("top.txt"), SourceFailure.NOT_FOUND);
        assertFailed(corpus.span("other/price_list.txt"), SourceFailure.NOT_FOUND);
        assertFailed(corpus.span("public/none.txt"), SourceFailure.NOT_FOUND);
        assertThat(corpus.found(CorpusReads.any("kettle"), Shipped.LOCAL, Obligations.NONE))
                .isEmpty();
    }

    @Test
    void aLinkOutOfTheRootOrIntoAnotherCollectionIsNotFollowed(@TempDir Path outside) throws Exception {
        Path target = Files.writeString(outside.resolve("passwd"), "kettle");
        Files.createSymbolicLink(root.resolve("public/out.txt"), target);
        Files.createSymbolicLink(root.resolve("public/folder"), outside);
        Files.createSymbolicLink(root.resolve("public/relabelled.txt"), root.resolve("restricted/secret.txt"));
        Files.createSymbolicLink(root.resolve("public/same.txt"), root.resolve("public/a.txt"));

        assertFailed(corpus.span("public/out.txt"), SourceFailure.NOT_FOUND);
        assertFailed(corpus.span("public/folder/passwd"), SourceFailure.NOT_FOUND);
        assertFailed(corpus.span("public/relabelled.txt"), SourceFailure.NOT_FOUND);
        assertThat(corpus.span("public/same.txt")).isInstanceOf(Reading.TextSpan.class);
        assertThat(corpus.found(CorpusReads.any("kettle", "secret"), Shipped.LOCAL, Obligations.NONE))
                .containsExactly("restricted/secret.txt");
    }

    @Test
    void aDocumentThatCannotBeServedSaysWhyAndHidesNoOther() throws Exception {
        Files.write(root.resolve("public/binary.txt"), new byte[] {'k', (byte) 0xC3, '('});
        Files.write(root.resolve("public/huge.txt"), new byte[DocumentRead.FILE_BYTES_MAX + 1]);

        assertFailed(corpus.span("public/binary.txt"), SourceFailure.INVALID);
        assertFailed(corpus.span("public/huge.txt"), SourceFailure.MISCONFIGURED);
        assertThat(corpus.found(CorpusReads.any("kessel"), Shipped.LOCAL, Obligations.NONE))
                .containsExactly("public/a.txt");
    }

    @Test
    void aCorpusThatIsNotThereIsMisconfiguredAndNotReady() {
        var missing = new CorpusReads(root.resolve("gone"), new ForgetfulStore(), Clock.systemUTC());
        var aFile = new CorpusReads(root.resolve("public/a.txt"), new ForgetfulStore(), Clock.systemUTC());

        assertFailed(missing.span("public/a.txt"), SourceFailure.MISCONFIGURED);
        assertFailed(aFile.span("public/a.txt"), SourceFailure.MISCONFIGURED);
        assertThat(missing.source().isReachable()).isFalse();
        assertThat(corpus.source().isReachable()).isTrue();
    }

    @Test
    void aLockedCorpusIsDown() throws Exception {
        Path locked = root.resolve("public");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(locked))
                    .as("the superuser opens every lock")
                    .isFalse();
            assertFailed(corpus.span("public/a.txt"), SourceFailure.DOWN);
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aLinkThatLeadsInACircleIsDownAndNotNothing() throws Exception {
        Files.createSymbolicLink(root.resolve("public/round.txt"), root.resolve("public/trip.txt"));
        Files.createSymbolicLink(root.resolve("public/trip.txt"), root.resolve("public/round.txt"));

        assertFailed(corpus.span("public/a.txt"), SourceFailure.DOWN);
    }

    @Test
    void withoutAPermitThatFitsNothingIsRead() {
        var catalogue = Shipped.catalogue();
        var query = new SourceQuery.Span("public/a.txt", OptionalInt.empty(), OptionalInt.empty());
        var now = Clock.systemUTC().instant();
        var resource = catalogue.document("public/a.txt", Shipped.LOCAL);
        var elsewhere = catalogue.document("restricted/secret.txt", Shipped.LOCAL);
        var source = corpus.source();

        assertFailed(source.read(null, query), SourceFailure.NOT_PERMITTED);
        assertFailed(
                source.read(TestPermits.permit(Shipped.LOCAL, resource, Obligations.NONE, now, now), query),
                SourceFailure.NOT_PERMITTED);
        assertFailed(
                source.read(
                        TestPermits.permit(Shipped.LOCAL, elsewhere, Obligations.NONE, now, now.plusSeconds(9)), query),
                SourceFailure.NOT_PERMITTED);
        assertFailed(
                source.read(
                        TestPermits.permit(Shipped.OTHER, resource, Obligations.NONE, now, now.plusSeconds(9)), query),
                SourceFailure.NOT_PERMITTED);
        assertFailed(
                corpus.read(query, Shipped.LOCAL, TestPermits.filter(new ItemFilter.None())),
                SourceFailure.NOT_PERMITTED);
    }

    private void write(String objectId, String text) throws Exception {
        Path file = root.resolve(objectId);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
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
