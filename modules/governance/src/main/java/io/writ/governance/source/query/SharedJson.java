package io.writ.governance.source.query;

import jakarta.json.spi.JsonProvider;

/** One JSON provider for the room: looking it up for every object would cost more than the object. */
final class SharedJson {

    static final JsonProvider PROVIDER = JsonProvider.provider();

    private SharedJson() {}
}
