package io.writ.app.identity;

/** What a request offers as proof: the names of PECR's headers, or HTTP Basic. An empty text means absent. */
public record Credentials(String principal, String secret) {

    @Override
    public String toString() {
        return "Credentials[" + principal + ", hidden]";
    }
}
