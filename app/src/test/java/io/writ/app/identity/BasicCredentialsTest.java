package io.writ.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {

    private static final Credentials NONE = new Credentials("", "");

    @Test
    void theFirstColonPartsNameAndSecret() {
        assertThat(BasicCredentials.parse(basic("dev:a:b"))).isEqualTo(new Credentials("dev", "a:b"));
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        assertThat(BasicCredentials.parse(basic("dev:x").replace("Basic", "bAsIc")))
                .isEqualTo(new Credentials("dev", "x"));
    }

    @Test
    void whateverElseIsNoCredentials() {
        assertThat(BasicCredentials.parse("")).isEqualTo(NONE);
        assertThat(BasicCredentials.parse("Bearer abc")).isEqualTo(NONE);
        assertThat(BasicCredentials.parse("Basic %%%")).isEqualTo(NONE);
        assertThat(BasicCredentials.parse(basic("no colon"))).isEqualTo(NONE);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
