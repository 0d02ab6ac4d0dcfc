package io.writ.governance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.SessionToken;
import io.writ.governance.TenantId;
import io.writ.governance.Ulids;
import io.writ.governance.persistence.Samples;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenMintTest {

    private final TokenMint mint = new TokenMint(new SecureRandom());

    @Test
    void aTokenIs256BitsAndNeverPrintsItself() {
        SessionToken token = mint.mint();

        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
        assertThat(token).isNotEqualTo(mint.mint());
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void onlyTheTokenItWasOpenedWithOpensASession() {
        SessionFacts session = Samples.facts(new TenantId("acme"), Samples.budget(1, 0));

        assertThat(TokenMint.opens(Samples.TOKEN, session)).isTrue();
        assertThat(TokenMint.opens(mint.mint(), session)).isFalse();
    }

    @Test
    void aUlidTellsTheTimeAndIsUpperCase() {
        Ulids ulids = new Ulids(Clock.fixed(Samples.NOW, ZoneOffset.UTC), new Random(1));

        assertThat(ulids.next()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}").startsWith("01M");
        assertThat(ulids.next().substring(0, 10)).isEqualTo(ulids.next().substring(0, 10));
        assertThat(ulids.next()).isNotEqualTo(ulids.next());
    }
}
