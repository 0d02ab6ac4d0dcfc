package io.writ.evidence;

import jakarta.json.spi.JsonProvider;

/** One JSON provider for everybody: looking it up for every object would cost more than the object. */
public final class SharedJson {

    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private SharedJson() {}
}
