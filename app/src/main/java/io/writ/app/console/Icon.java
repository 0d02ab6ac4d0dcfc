package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;

/** Line drawings of 16 by 16. They stand beside words and never alone, so a screen reader skips them. */
enum Icon {
    SEAL("M8 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9zM6.2 6l1.3 1.3 2.4-2.7M5 9.6l-1 5L8 12.8l4 1.8-1-5"),
    CHECK("M3.2 8.6l3.1 3.1 6.5-7"),
    QUESTION("M5.6 6a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.1.8-1.1 1.6M8 12.4v.1"),
    LOCK("M4 7.2h8v6.3H4zM5.6 7.2V5.1a2.4 2.4 0 0 1 4.8 0v2.1"),
    PLUG("M5.6 2.5v3M10.4 2.5v3M4 5.5h8v2.2a4 4 0 0 1-8 0zM8 11.7v2.3"),
    RING("M8 2.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 8 2.6"),
    CROSS("M4 4l8 8M12 4l-8 8"),
    WARN("M8 2.4l6 10.8H2zM8 6.6v3M8 11.5v.1"),
    PERSON("M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.6c.5-2.4 2.4-3.8 5-3.8s4.5 1.4 5 3.8"),
    CHAIN(
            "M6.6 9.4l2.8-2.8M7 4.8l1.4-1.4a2.6 2.6 0 0 1 3.7 3.7L10.7 8.5M9 11.2l-1.4 1.4a2.6 2.6 0 0 1-3.7-3.7L5.3 7.5");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    Html svg() {
        return el("svg", el("path").with("d", path))
                .as("icon")
                .with("viewBox", "0 0 16 16")
                .with("aria-hidden", "true");
    }
}
