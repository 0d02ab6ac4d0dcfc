package io.writ.evidence;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/** Builds one JSON value from parser events and checks what parsers leave to their configuration. */
final class StrictReading {

    /** A double needs 17 digits and three of exponent; what is longer only costs time. */
    private static final int NUMBER_LENGTH_MAX = 128;

    private final JsonParser parser;
    private int depth;

    StrictReading(JsonParser parser) {
        this.parser = parser;
    }

    JsonValue document() {
        JsonValue value = value(next());
        if (parser.hasNext()) {
            throw new WireFormatException("there is something after the JSON value");
        }
        return value;
    }

    private JsonValue value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> SharedJson.PROVIDER.createValue(text());
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new WireFormatException("the JSON is malformed");
        };
    }

    private JsonValue object() {
        descend();
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (JsonParser.Event event = next(); event != JsonParser.Event.END_OBJECT; event = next()) {
            String name = text();
            if (!names.add(name)) {
                throw new WireFormatException("a member name occurs twice in one JSON object");
            }
            builder.add(name, value(next()));
        }
        depth--;
        return builder.build();
    }

    private JsonValue array() {
        descend();
        JsonArrayBuilder builder = SharedJson.PROVIDER.createArrayBuilder();
        for (JsonParser.Event event = next(); event != JsonParser.Event.END_ARRAY; event = next()) {
            builder.add(value(event));
        }
        depth--;
        return builder.build();
    }

    private JsonNumber number() {
        if (parser.getString().length() > NUMBER_LENGTH_MAX) {
            throw new WireFormatException("a JSON number is too long");
        }
        JsonNumber number = (JsonNumber) parser.getValue();
        BigDecimal exact = number.bigDecimalValue();
        double approximate = exact.doubleValue();
        if (!Double.isFinite(approximate)) {
            throw new WireFormatException("a JSON number is too large");
        }
        return number;
    }

    private String text() {
        String text = parser.getString();
        if (Surrogates.areUnpairedIn(text)) {
            throw new WireFormatException("a JSON string holds half of a surrogate pair");
        }
        if (text.indexOf('\0') >= 0) {
            throw new WireFormatException("a JSON string holds a NUL character, which no record can keep");
        }
        return text;
    }

    private void descend() {
        depth++;
        if (depth > StrictJson.DEPTH_MAX) {
            throw new WireFormatException("the JSON is nested deeper than " + StrictJson.DEPTH_MAX + " levels");
        }
    }

    private JsonParser.Event next() {
        try {
            return parser.next();
        } catch (NoSuchElementException ended) {
            throw new WireFormatException("the JSON ends too early", ended);
        }
    }
}
