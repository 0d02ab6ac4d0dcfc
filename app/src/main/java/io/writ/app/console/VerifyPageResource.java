package io.writ.app.console;

import io.writ.app.identity.Door;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that verifies a writ in a browser: {@code docs/verify.html} as it is, which works from a disk as well. It is
 * the one page here that runs a script, so it is sent with a policy of its own: this one script by its hash, and no
 * connection to anywhere, not even to us.
 */
@Path("verify")
@Door(Door.Kind.OPEN)
@Dependent
public class VerifyPageResource {

    private static final Pattern POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">");

    @Inject
    public VerifyPageResource() {}

    @GET
    public Response page() {
        byte[] page = content();
        return Response.ok(page)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Content-Security-Policy", policy(page) + "; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .build();
    }

    /** The page says itself what it may do; a header can add what a page cannot say. */
    private static String policy(byte[] page) {
        Matcher policy = POLICY.matcher(new String(page, StandardCharsets.UTF_8));
        if (!policy.find()) {
            throw new IllegalStateException("the page that verifies writs does not say what it may do");
        }
        return policy.group(1);
    }

    private static byte[] content() {
        try (@Nullable InputStream page = VerifyPageResource.class.getResourceAsStream("verify.html")) {
            if (page == null) {
                throw new IllegalStateException("the build left out the page that verifies writs");
            }
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading the page that verifies writs", unreadable);
        }
    }
}
