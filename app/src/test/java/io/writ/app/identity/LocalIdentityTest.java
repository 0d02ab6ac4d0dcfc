package io.writ.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.app.identity.Authentication.Authenticated;
import io.writ.app.identity.Authentication.Rejected;
import io.writ.app.identity.Authentication.Rejection;
import io.writ.governance.Principal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalIdentityTest {

    private static final String SECRET = "a-secret-of-some-length";

    private final LocalIdentity identity =
            new LocalIdentity(new SharedSecret(SECRET), new PrincipalDirectory(Map.of()));

    @Test
    void theRightSecretMakesTheNamedPrincipal() {
        Authentication answer = identity.authenticate(new Credentials(" dev ", SECRET));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Authenticated.class,
                        known -> assertThat(known.principal().id().value()).isEqualTo("dev"));
    }

    @Test
    void aNameThatNoRecordCanKeepIsNoName() {
        assertThat(identity.authenticate(new Credentials("de\0v", SECRET)))
                .isEqualTo(new Rejected(Rejection.PRINCIPAL_MISSING));
    }

    @Test
    void aMissingSecretIsToldBeforeAnythingElse() {
        assertThat(identity.authenticate(new Credentials("", ""))).isEqualTo(new Rejected(Rejection.SECRET_MISSING));
    }

    @Test
    void aWrongSecretSaysNothingAboutThePrincipal() {
        Rejected wrong = new Rejected(Rejection.SECRET_WRONG);

        assertThat(identity.authenticate(new Credentials("dev", "wrong"))).isEqualTo(wrong);
        assertThat(identity.authenticate(new Credentials("", "wrong"))).isEqualTo(wrong);
    }

    @Test
    void aPrincipalMustBeNamed() {
        Rejected nameless = new Rejected(Rejection.PRINCIPAL_MISSING);

        assertThat(identity.authenticate(new Credentials("  ", SECRET))).isEqualTo(nameless);
        assertThat(identity.authenticate(new Credentials("x".repeat(257), SECRET)))
                .isEqualTo(nameless);
    }

    @Test
    void aStrangerHasNoRolesAndTheLocalTenant() {
        Authentication answer = identity.authenticate(new Credentials("nobody-we-know", SECRET));

        assertThat(answer).isInstanceOfSatisfying(Authenticated.class, known -> {
            Principal stranger = known.principal();
            assertThat(stranger.roles()).isEmpty();
            assertThat(stranger.attributes()).isEmpty();
            assertThat(stranger.tenant().value()).isEqualTo("local");
        });
    }

    @Test
    void secretsNeverPrintThemselves() {
        assertThat(new SharedSecret(SECRET).toString()).doesNotContain(SECRET);
        assertThat(new Credentials("dev", SECRET).toString()).doesNotContain(SECRET);
    }
}
