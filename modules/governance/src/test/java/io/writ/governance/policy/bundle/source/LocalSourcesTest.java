package io.writ.governance.policy.bundle.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PolicyConfig;
import io.writ.governance.policy.bundle.source.BundleSource.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSourcesTest {

    @TempDir
    private Path folder;

    @Test
    void anArchiveIsFoundOnceAndAgainWhenItChanges() throws IOException {
        Path file = folder.resolve("bundle.tar.gz");
        Files.write(file, new Workshop().with("plan.json", "1").archive());
        BundleSource source = BundleSource.of(new PolicyConfig.Source.Archive(file));
        Look.Found first = (Look.Found) source.look(Optional.empty());

        assertThat(source.look(Optional.of(first.edition()))).isEqualTo(new Look.Unchanged());
        Files.write(file, new Workshop().with("plan.json", "2").archive());
        assertThat(source.look(Optional.of(first.edition()))).isInstanceOf(Look.Found.class);
        Files.delete(file);
        assertThat(source.look(Optional.of(first.edition())))
                .isEqualTo(new Look.Failed(BundleFlaw.UNREACHABLE, "the bundle file cannot be read"));
    }

    @Test
    void aFolderIsFollowedWhereItsLinkPoints() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Files.writeString(Files.createDirectory(one.resolve("writ")).resolve("a.rego"), "package a");
        Path two = Files.createDirectory(folder.resolve("two"));
        Files.writeString(two.resolve("plan.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("current"), one);
        BundleSource source = BundleSource.of(new PolicyConfig.Source.Directory(link));

        Look.Found first = (Look.Found) source.look(Optional.empty());
        assertThat(first.content().names()).containsExactly("writ/a.rego");
        assertThat(source.look(Optional.of(first.edition()))).isEqualTo(new Look.Unchanged());
        Files.delete(link);
        Files.createSymbolicLink(link, two);
        assertThat(((Look.Found) source.look(Optional.of(first.edition())))
                        .content()
                        .names())
                .containsExactly("plan.json");
    }

    @Test
    void aLinkInsideOfAFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("plan.json"), Path.of("/etc/passwd"));
        BundleSource source = BundleSource.of(new PolicyConfig.Source.Directory(folder));

        assertThat(source.look(Optional.empty())).isInstanceOfSatisfying(Look.Failed.class, failed -> {
            assertThat(failed.flaw()).isEqualTo(BundleFlaw.MALFORMED);
            assertThat(failed.problem()).contains("something else than plain files");
        });
    }

    @Test
    void aFileThatLiesTooDeepIsRefusedAndNotOverlooked() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("1/2/3/4/5/6/7"));
        Files.writeString(deep.resolve("a.rego"), "package a");
        BundleSource source = BundleSource.of(new PolicyConfig.Source.Directory(folder));
        assertThat(((Look.Found) source.look(Optional.empty())).content().names())
                .containsExactly("1/2/3/4/5/6/7/a.rego");

        Files.writeString(Files.createDirectory(deep.resolve("8")).resolve("b.rego"), "package b");
        assertThat(source.look(Optional.empty()))
                .isInstanceOfSatisfying(
                        Look.Failed.class,
                        failed -> assertThat(failed.problem()).contains("8 levels deep"));
    }

    @Test
    void thePackagedBundleNeverChanges() {
        BundleSource source = BundleSource.of(new PolicyConfig.Source.Packaged());
        Look.Found first = (Look.Found) source.look(Optional.empty());

        assertThat(first.content().names()).contains("plan.json", "BUNDLE_SHA256");
        assertThat(source.look(Optional.of(first.edition()))).isEqualTo(new Look.Unchanged());
    }
}
