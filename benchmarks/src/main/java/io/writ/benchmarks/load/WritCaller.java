package io.writ.benchmarks.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What every caller of the server does: its connection, its headers, and the check that the answer is a real one. */
abstract class WritCaller implements Load.CallerLoop {

    private final HttpConnection connection;
    private final Map<String, String> headers = new HashMap<>();

    WritCaller(int port, String secret) {
        connection = new HttpConnection(port);
        headers.put("x-pecr-principal-id", "dev");
        headers.put("x-pecr-local-auth-secret", secret);
    }

    /** Posts and returns the answer; anything but 200 ends the measurement. */
    final HttpConnection.Answer ask(String path, String body) throws IOException {
        HttpConnection.Answer answer = connection.post(path, headers, body);
        if (answer.status() != 200) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    final void remember(String header, String value) {
        headers.put(header, value);
    }

    @Override
    public final void close() throws IOException {
        connection.close();
    }
}
