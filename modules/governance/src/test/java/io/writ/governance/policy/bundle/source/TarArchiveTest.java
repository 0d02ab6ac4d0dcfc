package io.writ.governance.policy.bundle.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarArchiveTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @Test
    void filesAreReadUnderTheirRelativeNames() {
        BundleContent content = TarArchive.read(Workshop.archiveOf(
                Workshop.entry("/plan.json", HELLO, '0'),
                Workshop.entry("./writ/", new byte[0], '5'),
                Workshop.entry("./writ/a.rego", new byte[512], '\0'),
                Workshop.entry(".manifest", new byte[0], '0')));

        assertThat(content.names()).containsExactly(".manifest", "plan.json", "writ/a.rego");
        assertThat(content.read("plan.json")).contains(HELLO);
        assertThat(content.read("writ/a.rego").orElseThrow()).hasSize(512);
        assertThat(content.read("nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../plan.json",
                "/../plan.json",
                "writ/../../x",
                "a//b",
                "//plan.json",
                "..",
                ".",
                "a/./b",
                "a\\b",
                "C:/x",
                "a b",
                "plan.json\n"
            })
    void aNameThatIsNoPlainRelativePathIsRefused(String name) {
        assertRefused(
                Workshop.archiveOf(Workshop.entry(name, HELLO, '0')), BundleFlaw.MALFORMED, "plain relative path");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '6', 'x', 'g', 'L', 'S'})
    void linksDevicesAndExtendedHeadersAreRefused(char type) {
        assertRefused(
                Workshop.archiveOf(Workshop.entry("plan.json", new byte[0], type)),
                BundleFlaw.MALFORMED,
                "of tar type " + type);
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() {
        byte[] file = Workshop.entry("plan.json", HELLO, '0');
        assertRefused(Workshop.archiveOf(file, file), BundleFlaw.MALFORMED, "twice");
        assertRefused(
                Workshop.archiveOf(file, Workshop.entry("/plan.json", HELLO, '0')), BundleFlaw.MALFORMED, "twice");
    }

    @Test
    void fewBytesThatUnpackToManyAreRefusedBeforeTheyAreUnpacked() {
        byte[] tooMuch = new byte[BundleLimits.FILE_BYTES_MAX + 1];
        byte[] bomb = Workshop.archiveOf(Workshop.entry("data.json", tooMuch, '0'));

        assertThat(bomb).hasSizeLessThan(100_000);
        assertRefused(bomb, BundleFlaw.TOO_LARGE, "larger than a bundle may be");
    }

    @Test
    void manyFilesThatAreTooMuchTogetherAreRefused() {
        byte[] much = new byte[BundleLimits.FILE_BYTES_MAX];
        byte[][] files = new byte[5][];
        Arrays.setAll(files, i -> Workshop.entry("data" + i, much, '0'));
        assertRefused(Workshop.archiveOf(files), BundleFlaw.TOO_LARGE, "larger than a bundle may be");

        byte[][] many = new byte[BundleLimits.FILES_MAX + 1][];
        Arrays.setAll(many, i -> Workshop.entry("file" + i, new byte[0], '0'));
        assertRefused(Workshop.archiveOf(many), BundleFlaw.TOO_LARGE, "more than");
    }

    @Test
    void whatIsCutOffOrDamagedIsRefused() {
        byte[] whole = Workshop.archiveOf(Workshop.entry("plan.json", HELLO, '0'));
        assertRefused(Arrays.copyOf(whole, whole.length / 2), BundleFlaw.MALFORMED, "whole gzipped tar archive");
        assertRefused(HELLO, BundleFlaw.MALFORMED, "whole gzipped tar archive");
        assertRefused(Workshop.gzip(new byte[0]), BundleFlaw.MALFORMED, "ends too early");
        byte[] entry = Workshop.entry("plan.json", HELLO, '0');
        assertRefused(Workshop.gzip(entry), BundleFlaw.MALFORMED, "ends too early");
        entry[0] = 'q';
        assertRefused(Workshop.archiveOf(entry), BundleFlaw.MALFORMED, "wrong checksum");
    }

    private static void assertRefused(byte[] archive, BundleFlaw flaw, String message) {
        BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> TarArchive.read(archive));
        assertThat(refused).isNotNull();
        assertThat(refused.flaw()).isEqualTo(flaw);
        assertThat(refused.problem()).contains(message);
    }
}
