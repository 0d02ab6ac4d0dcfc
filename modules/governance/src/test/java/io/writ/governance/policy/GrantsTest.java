package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.writ.evidence.Classification;
import io.writ.governance.OperatorName;
import io.writ.governance.policy.check.SchemaFit;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import io.writ.governance.source.catalogue.Collection;
import io.writ.governance.source.catalogue.View;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds who may do what against what there is, so that a grant cannot mean less, or more, than its author thinks. */
class GrantsTest {

    private static final JsonObject DATA = Workspace.json("opa/writ/authz/data.json");
    private static final JsonObject ROLES = DATA.getJsonObject("roles");
    private static final Catalogue CATALOGUE = CatalogueFile.read(Workspace.ROOT.resolve("config/catalogue.json"));

    @Test
    void theDataHasNoMemberThatPolicyWouldOverlook() {
        assertThat(SchemaFit.problems(Workspace.json("opa/schemas/grants.json"), DATA))
                .isEmpty();
    }

    @Test
    void theRanksFollowTheClassifications() {
        JsonObject ranks = DATA.getJsonObject("classifications");
        List<String> byRank = ranks.keySet().stream()
                .sorted(Comparator.comparingInt(ranks::getInt))
                .toList();
        assertThat(byRank)
                .containsExactlyElementsOf(Arrays.stream(Classification.values())
                        .map(Classification::wireName)
                        .toList());
        assertThat(ranks.values()).doesNotHaveDuplicates();
    }

    @Test
    void policyKnowsTheOperatorsThatExist() {
        assertThat(DATA.getJsonObject("operators").keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OperatorName.values())
                        .map(OperatorName::wireName)
                        .toList());
    }

    @Test
    void everyGrantedCollectionExistsAtItsPrefixAndIsReached() {
        assertThat(grants("documents")).isNotEmpty().allSatisfy(grant -> {
            Collection collection = CATALOGUE.collections().stream()
                    .filter(each -> each.name().equals(grant.getString("collection")))
                    .findFirst()
                    .orElseThrow();
            assertThat(grant.getString("prefix")).isEqualTo(collection.prefix());
            assertThat(ceiling(grant)).isGreaterThanOrEqualTo(collection.label().classification());
        });
    }

    @Test
    void everyGrantedViewExistsWithItsFieldsAndIsReached() {
        assertThat(grants("views")).isNotEmpty().allSatisfy(grant -> {
            View view = CATALOGUE.view(grant.getString("view")).orElseThrow();
            Set<String> fields = new TreeSet<>(texts(grant, "fields"));
            fields.remove("*");
            if (grant.containsKey("rows_where")) {
                fields.add(grant.getJsonObject("rows_where").getString("field"));
            }
            assertThat(fields).allSatisfy(field -> assertThat(view.field(field)).isPresent());
            assertThat(ceiling(grant)).isGreaterThanOrEqualTo(view.label().classification());
        });
    }

    @Test
    void everyTenantRecognisesRolesThatExistAndEveryRoleHasATenant() {
        Set<String> recognised = DATA.getJsonObject("tenants").values().stream()
                .flatMap(tenant -> texts(tenant.asJsonObject(), "roles").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(recognised).isEqualTo(ROLES.keySet());
    }

    @Test
    void everyMaskIsDefinedAndUnderstood() {
        JsonObject masks = DATA.getJsonObject("masks");
        assertThat(masks.values())
                .allSatisfy(
                        mask -> assertThat(Pattern.compile(mask.asJsonObject().getString("regex")))
                                .isNotNull());
        assertThat(ROLES.values())
                .allSatisfy(role -> assertThat(masks.keySet())
                        .containsAll(texts(role.asJsonObject().getJsonObject("obligations"), "masks")));
    }

    @Test
    void everyGrantedSourceHasWordsForAdvice() {
        Stream<String> sources = Stream.concat(
                grants("documents").stream().map(grant -> grant.getString("collection")),
                grants("views").stream().map(grant -> grant.getString("view")));
        assertThat(DATA.getJsonObject("phrases").keySet()).containsAll(sources.toList());
    }

    @Test
    void everyAudienceOfAReadableCollectionIsARole() {
        Set<String> unknown = CATALOGUE.collections().stream()
                .flatMap(collection -> collection.audience().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(ROLES.keySet());
        assertThat(unknown)
                .as("the board has no role yet, so nobody reads its minutes")
                .containsExactly("board");
    }

    @Test
    void everyShippedPrincipalHoldsRolesOfItsTenant() {
        JsonObject principals = Workspace.json("config/identity.json").getJsonObject("principals");
        assertThat(principals.keySet()).contains("dev", "support", "guest");
        assertThat(principals.values()).allSatisfy(each -> {
            JsonObject principal = each.asJsonObject();
            JsonObject tenant = DATA.getJsonObject("tenants").getJsonObject(principal.getString("tenant"));
            assertThat(texts(tenant, "roles")).containsAll(texts(principal, "roles"));
        });
        assertThat(texts(principals.getJsonObject("guest"), "roles")).isEmpty();
    }

    private static List<JsonObject> grants(String kind) {
        return ROLES.values().stream()
                .flatMap(role -> role.asJsonObject().getJsonArray(kind).stream())
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static Classification ceiling(JsonObject grant) {
        return Classification.valueOf(grant.getString("ceiling").toUpperCase(Locale.ROOT));
    }

    private static List<String> texts(JsonObject object, String member) {
        return object.containsKey(member)
                ? object.getJsonArray(member).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : Collections.emptyList();
    }
}
