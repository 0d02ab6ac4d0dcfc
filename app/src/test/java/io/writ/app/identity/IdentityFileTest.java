package io.writ.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IdentityFileTest {

    private static final String ONE = """
            {"principals":{"ana":{"tenant":"local","display_name":"Ana","kind":"human",
              "roles":["analyst"],"attributes":{"department":"sales"}}}}""";

    @Test
    void aPrincipalHasItsRolesAttributesAndName() {
        Principal ana = parse(ONE).principal(new PrincipalId("ana"));

        assertThat(ana.roles()).containsExactly("analyst");
        assertThat(ana.attributes()).containsEntry("department", "sales");
        assertThat(ana.actorChain()).containsExactly(new Actor(Actor.Kind.HUMAN, "ana", "Ana"));
    }

    @Test
    void aTypoInAMemberIsRefused() {
        assertThatThrownBy(() -> parse(ONE.replace("\"roles\"", "\"rolls\"")))
                .hasMessage("/principals/ana/rolls is not a known member");
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> parse(ONE.replace("human", "robot")))
                .hasMessage("/principals/ana/kind must be human, agent, service or system");
    }

    @Test
    void nobodyBelongsToTheTenantOfTheInstallation() {
        assertThat(ONE).contains("\"tenant\":\"local\"");
        assertThatThrownBy(() -> parse(ONE.replace("\"tenant\":\"local\"", "\"tenant\":\"writ:system\"")))
                .hasMessage("/principals/ana must not belong to the tenant of the installation");
    }

    @Test
    void aSecondPrincipalOfTheSameNameIsRefused() {
        String twice = ONE.replace("{\"principals\":{", "{\"principals\":{\"ana\":{},");

        assertThatThrownBy(() -> parse(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedFileIsAccepted() throws IOException {
        Path shipped = Path.of("../config/identity.json");

        PrincipalDirectory directory = IdentityFile.parse(Files.readAllBytes(shipped));

        assertThat(directory.principal(new PrincipalId("dev")).roles()).contains("developer");
        assertThat(directory.principal(new PrincipalId("guest")).roles()).isEmpty();
    }

    private static PrincipalDirectory parse(String json) {
        return IdentityFile.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
