package io.writ.app.rest;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Request headers of a test. */
record FakeHeaders(Map<String, String> values) implements HttpHeaders {

    static final FakeHeaders JSON = new FakeHeaders(Map.of("Content-Type", "application/json"));

    FakeHeaders with(String name, String value) {
        MultivaluedMap<String, String> all = getRequestHeaders();
        all.putSingle(name, value);
        return new FakeHeaders(all.keySet().stream().collect(Collectors.toMap(key -> key, all::getFirst)));
    }

    @Override
    public List<String> getRequestHeader(String name) {
        return values.containsKey(name) ? List.of(values.get(name)) : List.of();
    }

    @Override
    public String getHeaderString(String name) {
        return values.get(name);
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        return new MultivaluedHashMap<>(values);
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return List.of(MediaType.WILDCARD_TYPE);
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        return List.of();
    }

    @Override
    public MediaType getMediaType() {
        return values.containsKey("Content-Type") ? MediaType.valueOf(values.get("Content-Type")) : null;
    }

    @Override
    public Locale getLanguage() {
        return null;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public Date getDate() {
        return null;
    }

    @Override
    public int getLength() {
        return Integer.parseInt(values.getOrDefault("Content-Length", "-1"));
    }

    @Override
    public boolean containsHeaderString(String name, String separator, Predicate<String> wanted) {
        return values.containsKey(name) && wanted.test(values.get(name));
    }
}
