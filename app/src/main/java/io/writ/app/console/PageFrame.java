package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Element;
import io.writ.app.console.html.Html;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;

/** What every page has around its content, and the headers it is sent with. */
final class PageFrame {

    /** Nothing runs, nothing is loaded from elsewhere, nobody may frame it. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private PageFrame() {}

    static Response into(ResponseBuilder response, String html) {
        return response.header("Content-Type", "text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .entity(html)
                .build();
    }

    static String page(String title, Optional<String> principal, Html content) {
        return Html.document(el("html", head(title), body(principal, content)).with("lang", "en"));
    }

    private static Element head(String title) {
        return el(
                "head",
                el("meta").with("charset", "utf-8"),
                el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                el("meta").with("name", "color-scheme").with("content", "light dark"),
                el("title", title + " · Writ"),
                el("link").with("rel", "icon").with("href", "/console/seal.svg").with("type", "image/svg+xml"),
                el("link").with("rel", "stylesheet").with("href", "/console/writ.css"));
    }

    private static Element body(Optional<String> principal, Html content) {
        return el(
                "body",
                el("a", "Skip to content").as("skip").with("href", "#content"),
                banner(principal),
                el("main", content).with("id", "content"),
                el("footer", Html.text("This page loads nothing from elsewhere and runs no script.")));
    }

    private static Element banner(Optional<String> principal) {
        Html who = principal
                .<Html>map(name -> el("span", Icon.PERSON.svg(), el("span", name))
                        .as("who")
                        .with("title", "Signed in as " + name))
                .orElseGet(Html::nothing);
        return el(
                "header",
                el("a", Icon.SEAL.svg(), el("span", "Writ")).as("brand").with("href", "/"),
                el(
                                "nav",
                                el("a", "Runs").with("href", "/"),
                                el("a", "API").with("href", "/openapi/ui/"),
                                el("a", "Problems").with("href", "/problems"))
                        .with("aria-label", "Main"),
                who);
    }
}
