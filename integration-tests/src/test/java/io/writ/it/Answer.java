package io.writ.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/** What came back over HTTP. */
record Answer(int status, HttpHeaders headers, String text) {

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String code() {
        return json().getString("code");
    }
}
