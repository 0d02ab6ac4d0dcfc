package io.writ.governance.source.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a catalogue. Whatever is not understood stops the start: a guess about a label would be a guess about access. */
public final class CatalogueFile {

    private static final Set<String> MEMBERS = Set.of("collections", "views");

    /** Thousands of views; a larger file is a mistake, and parsing it would only hide which one. */
    private static final long BYTES_MAX = 4L << 20;

    private CatalogueFile() {}

    /** Reads the file. */
    public static Catalogue read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new CatalogueException(List.of("/: larger than " + BYTES_MAX + " bytes"));
            }
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new CatalogueException(List.of("/: the file cannot be read: " + file + " ("
                    + unreadable.getClass().getSimpleName() + ")"));
        }
    }

    /** Parses the text of a catalogue file. */
    public static Catalogue parse(String text) {
        Problems problems = new Problems();
        Node root = new Node(object(text), "", problems);
        root.allowOnly(MEMBERS);
        List<Collection> collections =
                root.objects("collections").stream().map(CollectionReader::read).toList();
        List<View> views = root.objects("views").stream().map(ViewReader::read).toList();
        checkTogether(problems, collections, views);
        problems.throwIfAny();
        return new Catalogue(collections, views);
    }

    private static void checkTogether(Problems problems, List<Collection> collections, List<View> views) {
        Names.unique(
                problems,
                "/collections",
                collections.stream().map(Collection::name).toList(),
                "name");
        Names.unique(
                problems,
                "/collections",
                collections.stream().map(Collection::prefix).toList(),
                "prefix");
        Names.unique(problems, "/views", views.stream().map(View::id).toList(), "view_id");
        Catalogue together = new Catalogue(collections, views);
        for (Collection collection : collections) {
            for (String objectId : collection.overrides().keySet()) {
                boolean own = together.collectionOf(objectId)
                        .filter(collection::equals)
                        .isPresent();
                if (!own && objectId.startsWith(collection.prefix())) {
                    problems.add(
                            "/collections",
                            objectId + " belongs to a collection with a longer prefix than " + collection.prefix()
                                    + "; override it there");
                }
            }
        }
    }

    private static JsonObject object(String text) {
        Map<String, ?> strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
        try (JsonReader reader = Json.createReaderFactory(strict).createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw new CatalogueException(List.of("/: not a JSON object: " + malformed.getMessage()));
        }
    }
}
