package io.writ.ledger.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorAddressTest {

    @Test
    void eachKindIsReadAndNamed() {
        assertThat(AnchorAddress.parse("dir:/mnt/worm/writ"))
                .isEqualTo(new AnchorAddress.Directory("dir:/mnt/worm/writ", Path.of("/mnt/worm/writ")));
        assertThat(AnchorAddress.parse("forge=git:https://host.example/log.git#main"))
                .isEqualTo(new AnchorAddress.Git("forge", "https://host.example/log.git", "main"));
        assertThat(AnchorAddress.parse("git:/srv/log.git"))
                .isEqualTo(new AnchorAddress.Git("git:/srv/log.git", "/srv/log.git", "checkpoints"));
        assertThat(AnchorAddress.parse("witness:http://127.0.0.1:8081/"))
                .isEqualTo(new AnchorAddress.Witness(
                        "witness:http://127.0.0.1:8081/", URI.create("http://127.0.0.1:8081/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dir:",
                "dir:relative/path",
                "ftp:/somewhere",
                "/mnt/worm",
                "Name=dir:/mnt",
                "git:https://host.example/log.git#bad..branch",
                "git:https://host.example/log.git#",
                "git:ssh://host.example/log.git",
                "git:http://host.example/log.git",
                "witness:http://other.example/",
                "witness:https://other.example/?key=1",
                "witness:file:///etc/passwd",
                "witness:https://"
            })
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> AnchorAddress.parse(written)).isInstanceOf(AnchorException.class);
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> AnchorAddress.parse("git:https://me:hunter2@host.example/log.git"))
                .isInstanceOf(AnchorException.class)
                .hasMessageContaining("without credentials")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void originsThatDifferHaveNamesThatDiffer() {
        assertThat(SafeName.of("writ.example/A")).isEqualTo("writ.example_2f_41");
        assertThat(SafeName.of("..")).isEqualTo("_2e.");
        assertThat(SafeName.of("a_2fb")).isNotEqualTo(SafeName.of("a/b"));
        assertThat(SafeName.of("x".repeat(500)))
                .hasSizeLessThanOrEqualTo(180)
                .isNotEqualTo(SafeName.of("x".repeat(501)));
    }
}
