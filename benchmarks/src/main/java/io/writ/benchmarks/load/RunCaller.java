package io.writ.benchmarks.load;

import java.io.IOException;

/** One governed question per call: session, operators, finalization. */
public final class RunCaller extends WritCaller {

    private static final String QUESTION =
            "{\"query\":\"What are the status and plan tier of customer cust_public_1?\"}";

    public RunCaller(int port, String secret) {
        super(port, secret);
    }

    @Override
    public void callOnce() throws IOException {
        String text = ask("/v1/run", QUESTION).text();
        if (!text.contains("\"SUPPORTED\"")) {
            throw new IOException("the question was not answered: " + text);
        }
    }
}
