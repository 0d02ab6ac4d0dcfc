package io.writ.governance.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.evidence.OriginTrust;
import io.writ.governance.source.Shipped;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {

    private final Catalogue catalogue = Shipped.catalogue();

    @Test
    void everyShippedDocumentBelongsToACollection() throws Exception {
        try (var files = Files.walk(Shipped.CORPUS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> Shipped.CORPUS.relativize(file).toString()))
                    .hasSizeGreaterThan(20)
                    .allMatch(id -> catalogue.collectionOf(id).isPresent());
        }
    }

    @Test
    void aDocumentOfItsOwnKindOverridesItsCollection() {
        var bands = catalogue.document("people/salary_bands.txt", Shipped.LOCAL);
        var team = catalogue.document("people/team.txt", Shipped.LOCAL);

        assertThat(bands.label().classification()).isEqualTo(Classification.RESTRICTED);
        assertThat(bands.audience()).containsExactly("hr");
        assertThat(team.label().classification()).isEqualTo(Classification.CONFIDENTIAL);
        assertThat(team.audience()).contains("developer");
    }

    @Test
    void aDocumentOfAnotherTenantLooksLikeOneThatDoesNotExist() {
        var foreign = catalogue.document("other/price_list.txt", Shipped.LOCAL);
        var nowhere = catalogue.document("nowhere/x.txt", Shipped.LOCAL);

        assertThat(foreign.collectionName()).isEmpty();
        assertThat(foreign.label()).isEqualTo(nowhere.label());
        assertThat(foreign.label().classification()).isEqualTo(Classification.RESTRICTED);
        assertThat(foreign.label().origin()).isEqualTo(OriginTrust.USER_SUPPLIED);
        assertThat(catalogue.document("other/price_list.txt", Shipped.OTHER).collectionName())
                .contains("other_handbook");
    }

    @Test
    void aViewThatIsNotListedCarriesTheStrictestLabel() {
        assertThat(catalogue.view("safe_secrets")).isEmpty();
        assertThat(catalogue
                        .viewResource("safe_secrets", List.of("b", "a"), List.of(), List.of())
                        .label()
                        .classification())
                .isEqualTo(Classification.RESTRICTED);
    }

    @Test
    void theProjectThatMustStaySecretIsNotListed() {
        assertThat(catalogue.collections())
                .filteredOn(collection -> !collection.listed())
                .extracting(Collection::name)
                .containsExactly("projects");
    }
}
