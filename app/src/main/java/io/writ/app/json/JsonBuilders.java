package io.writ.app.json;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;

/** Builders for what we answer. One provider for all: looking it up for every object costs more than the object. */
public final class JsonBuilders {

    private static final JsonProvider PROVIDER = SharedJson.PROVIDER;

    private JsonBuilders() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    public static JsonArrayBuilder array(Collection<String> texts) {
        return PROVIDER.createArrayBuilder(texts);
    }
}
