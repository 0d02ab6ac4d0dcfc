package io.writ.app.console;

import io.writ.governance.SessionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where things stand on the pages. */
final class RunAddress {

    /** Enough of a digest to be unique on one page and to be read aloud. */
    private static final int SHORT = 12;

    private RunAddress() {}

    static String of(SessionId session) {
        return "/console/runs/" + URLEncoder.encode(session.value(), StandardCharsets.UTF_8);
    }

    /** The place of an evidence unit on its run's page. */
    static String evidenceAnchor(String evidenceId) {
        return "e-" + shortened(evidenceId);
    }

    static String shortened(String digest) {
        return digest.length() <= SHORT ? digest : digest.substring(0, SHORT);
    }
}
