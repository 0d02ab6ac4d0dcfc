package io.writ.evidence;

/** The two forms of evidence content. */
public enum ContentType {
    TEXT("text/plain"),
    JSON("application/json");

    private final String mediaType;

    ContentType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
