package io.writ.governance.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTest {

    private static final String COLLECTION = """
            {"name": "notes", "title": "Notes", "prefix": "notes/", "words": ["note"], "classification": "internal",
             "origin": "internal", "listed": true, "audience": [],
             "documents": {"notes/a.txt": {"classification": "restricted"}}}""";

    private static final String VIEW = """
            {"view_id": "safe_things", "title": "Things", "words": ["thing"], "classification": "public",
             "origin": "internal", "listed": true, "primary_key": ["id"], "version_field": "updated_at",
             "display_field": "id", "fields": [
               {"name": "id", "title": "Id", "words": [], "pattern": "T-[0-9]+", "filterable": true, "groupable": false, "type": "text"},
               {"name": "weight", "title": "Weight", "words": [], "filterable": false, "groupable": false, "type": "number"},
               {"name": "updated_at", "title": "Updated", "words": [], "filterable": false, "groupable": false, "type": "timestamp"}],
             "metrics": [{"name": "count", "field": "id"}, {"name": "sum", "field": "weight"}]}""";

    private static final String GOOD = "{\"collections\": [" + COLLECTION + "], \"views\": [" + VIEW + "]}";

    @Test
    void aCatalogueWithoutMistakesIsRead() {
        Catalogue catalogue = CatalogueFile.parse(GOOD);

        assertThat(catalogue.collections()).extracting(Collection::name).containsExactly("notes");
        assertThat(catalogue.view("safe_things"))
                .map(View::dimensions)
                .hasValueSatisfying(d -> assertThat(d).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"listed\": true, \"audience\"| \"listed\": true, \"audiense\": [], \"audience\"| /collections/0/audiense: unknown member",
                "\"classification\": \"internal\"| \"classification\": \"secret\"| /collections/0/classification: unknown: secret",
                "\"origin\": \"internal\", \"listed\": true, \"audience\"| \"origin\": \"heaven\", \"listed\": true, \"audience\"| /collections/0/origin: unknown: heaven",
                "\"listed\": true, \"audience\"| \"listed\": \"yes\", \"audience\"| /collections/0/listed: must be true or false",
                "\"prefix\": \"notes/\"| \"prefix\": \"notes\"| /collections/0/prefix: must be folders",
                "\"prefix\": \"notes/\"| \"prefix\": \"../\"| /collections/0/prefix: must be folders",
                "\"notes/a.txt\"| \"other/a.txt\"| /collections/0/documents/other~1a.txt: is not below",
                "{\"classification\": \"restricted\"}| {}| changes nothing",
                "\"safe_things\"| \"things\"| /views/0/view_id: must start with safe_",
                "\"safe_things\"| \"safe_Things\"| /views/0/view_id: must be lower-case",
                "\"primary_key\": [\"id\"]| \"primary_key\": [\"ident\"]| /views/0/primary_key: is not a field of this view: ident",
                "\"primary_key\": [\"id\"]| \"primary_key\": []| /views/0/primary_key: must name at least one field",
                "\"version_field\": \"updated_at\"| \"version_field\": \"changed\"| /views/0/version_field: is not a field",
                "\"version_field\": \"updated_at\"| \"version_field\": \"id\"| /views/0/version_field: must be of type timestamp",
                "\"display_field\": \"id\", | | /views/0/display_field: missing",
                "\"name\": \"weight\"| \"name\": \"wei\\\"ght\"| /views/0/fields/1/name: must be lower-case",
                "\"name\": \"weight\"| \"name\": \"id\"| /views/0/fields: field occurs twice: id",
                "T-[0-9]+| T-(?=x)| /views/0/fields/0/pattern: is not an RE2 pattern",
                "\"type\": \"number\"| \"type\": \"money\"| /views/0/fields/1/type: unknown: money",
                "\"field\": \"weight\"| \"field\": \"height\"| /views/0/metrics/1/field: is not a field of this view: height",
                "\"field\": \"weight\"| \"field\": \"id\"| /views/0/metrics/1/field: sum needs a field of type number",
                "\"name\": \"sum\"| \"name\": \"median\"| /views/0/metrics/1/name: unknown: median"
            })
    void aMistakeIsRefusedWithItsPlace(String good, String bad, String told) {
        String broken = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(broken).isNotEqualTo(GOOD);

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFile.parse(broken))
                .withMessageContaining(told);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        String broken = GOOD.replace("\"restricted\"", "\"secret\"")
                .replace("\"safe_things\"", "\"things\"")
                .replace("\"title\": \"Weight\", ", "");

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFile.parse(broken))
                .withMessageContainingAll(
                        "/collections/0/documents/notes~1a.txt/classification: unknown: secret",
                        "/views/0/view_id: must start with safe_",
                        "/views/0/fields/1/title: missing");
    }

    @Test
    void twoCollectionsMayNotShareAPrefixEvenInAnotherCase() {
        String twin = COLLECTION.replace("\"notes\"", "\"twin\"").replace("notes/", "Notes/");

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() ->
                        CatalogueFile.parse("{\"collections\": [" + COLLECTION + "," + twin + "], \"views\": []}"))
                .withMessageContaining("/collections: prefix occurs twice: Notes/");
    }

    @Test
    void twoViewsMayNotShareAnId() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFile.parse("{\"collections\": [], \"views\": [" + VIEW + "," + VIEW + "]}"))
                .withMessageContaining("/views: view_id occurs twice: safe_things");
    }

    @Test
    void anOverrideBelongsToTheCollectionWithTheLongestPrefix() {
        String inner = COLLECTION.replace("\"notes\"", "\"inner\"").replace("notes/", "notes/inner/");
        String outer = COLLECTION.replace("notes/a.txt", "notes/inner/b.txt");

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () -> CatalogueFile.parse("{\"collections\": [" + outer + "," + inner + "], \"views\": []}"))
                .withMessageContaining("notes/inner/b.txt belongs to a collection with a longer prefix");
    }

    @Test
    void aMemberThatOccursTwiceIsRefused() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFile.parse(GOOD.replace("\"views\"", "\"collections\": [], \"views\"")))
                .withMessageContaining("not a JSON object");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFile.read(Path.of("no-such-catalogue.json")))
                .withMessageContaining("no-such-catalogue.json");
    }
}
