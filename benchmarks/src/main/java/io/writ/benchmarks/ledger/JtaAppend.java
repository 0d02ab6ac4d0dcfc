package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Loop;
import io.writ.benchmarks.load.Served;
import io.writ.cli.database.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ThreadFactory;

/** Path T inside the server: its transaction manager, its pool, its lanes. The loop runs there. */
final class JtaAppend implements Design {

    private final int port;

    JtaAppend(int port) {
        this.port = port;
    }

    @Override
    public Leaves leaves() {
        return Leaves.LEDGER;
    }

    @Override
    public Opened open(DatabaseAccess access, int callers) {
        HttpClient client = HttpClient.newHttpClient();
        return new Opened() {
            @Override
            public Loop start(int number, ThreadFactory threads) {
                post(client, "start?callers=" + number);
                return new Remote(client);
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    private String post(HttpClient client, String what) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/bench/append/" + what))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "the server answered " + answer.statusCode() + " to " + what + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException("asking the server to " + what, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }

    private final class Remote implements Loop {

        private final HttpClient client;

        Remote(HttpClient client) {
            this.client = client;
        }

        @Override
        public void open() {
            post(client, "open");
        }

        @Override
        public Served end() {
            return Served.parse(post(client, "end"));
        }
    }
}
