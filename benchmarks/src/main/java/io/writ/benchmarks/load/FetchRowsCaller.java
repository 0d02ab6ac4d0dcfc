package io.writ.benchmarks.load;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code fetch_rows} of one customer per call, in a session of its own that is renewed when its budget is spent. */
public final class FetchRowsCaller extends WritCaller {

    private static final int CALLS_PER_SESSION = 10_000;
    private static final String OPEN = "{\"budget\":{\"max_operator_calls\":" + CALLS_PER_SESSION
            + ",\"max_bytes\":67108864,\"max_wallclock_ms\":300000,\"max_recursion_depth\":5}}";
    private static final Pattern SESSION = Pattern.compile("\"session_id\":\"([^\"]+)\"");

    private String body = "";
    private int left;

    public FetchRowsCaller(int port, String secret) {
        super(port, secret);
    }

    @Override
    public void callOnce() throws IOException {
        if (left == 0) {
            openSession();
        }
        left--;
        String text = ask("/v1/operators/fetch_rows", body).text();
        if (!text.contains("cust_public_1")) {
            throw new IOException("fetch_rows answered without the row: " + text);
        }
    }

    private void openSession() throws IOException {
        HttpConnection.Answer opened = ask("/v1/sessions", OPEN);
        Matcher session = SESSION.matcher(opened.text());
        if (!session.find()) {
            throw new IOException("no session id in " + opened.text());
        }
        remember("x-pecr-session-token", opened.headers().getOrDefault("x-pecr-session-token", ""));
        body = "{\"session_id\":\"" + session.group(1)
                + "\",\"params\":{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\",\"plan_tier\"],"
                + "\"filter_spec\":{\"customer_id\":\"cust_public_1\"}}}";
        left = CALLS_PER_SESSION;
    }
}
