package io.writ.benchmarks.server;

import io.writ.benchmarks.ledger.Decisions;
import io.writ.benchmarks.load.ClosedLoop;
import io.writ.benchmarks.load.Load;
import io.writ.benchmarks.load.Loop;
import io.writ.governance.persistence.JtaRecording;
import io.writ.governance.persistence.Recordable;
import io.writ.governance.persistence.UngatedRecording;
import io.writ.ledger.append.Lanes;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Appends decisions inside the server, on threads of the server: {@code start} with a number of callers, {@code open},
 * {@code end}. Answers are counted here, because a request for every append would measure HTTP.
 */
@WebServlet("/bench/append/*")
public final class AppendServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it serves anybody
    private transient DataSource database;

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it before it serves anybody
    private transient UserTransaction transaction;

    @Resource
    @SuppressWarnings("NullAway.Init") // the container sets it before it serves anybody
    private transient ManagedThreadFactory threads;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container sets it before it serves anybody
    private transient Lanes lanes;

    private final transient Decisions.Source source = new Decisions.Source(Decisions.Shape.OF_TRIALS);
    private final transient AtomicReference<@Nullable Loop> running = new AtomicReference<>();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String answer = switch (Optional.ofNullable(request.getPathInfo()).orElse("")) {
            case "/start" -> start(Integer.parseInt(request.getParameter("callers")));
            case "/open" -> open();
            case "/end" -> end();
            case String other -> throw new IOException("there is nothing at " + other);
        };
        response.setContentType("text/plain");
        response.getWriter().print(answer);
    }

    private String start(int callers) throws IOException {
        UngatedRecording recording =
                UngatedRecording.oneByOne(new JtaRecording(transaction, database), lanes, database);
        try {
            running.set(ClosedLoop.start(callers, index -> caller(recording, source.of(index)), threads));
        } catch (SQLException failed) {
            throw new IOException("connecting callers", failed);
        }
        return "started";
    }

    private String open() throws IOException {
        known(running.get()).open();
        return "opened";
    }

    private String end() throws IOException {
        return known(running.getAndSet(null)).end().written();
    }

    private static Loop known(@Nullable Loop loop) throws IOException {
        if (loop == null) {
            throw new IOException("nobody was started");
        }
        return loop;
    }

    private static Load.CallerLoop caller(UngatedRecording recording, Decisions decisions) {
        return new Load.CallerLoop() {
            @Override
            public void callOnce() throws SQLException {
                Recordable decision = decisions.next();
                if (!recording.write(decision)) {
                    throw new SQLException("decision " + decision.id() + " was not recorded");
                }
            }

            @Override
            public void close() {
                // The server owns the connections.
            }
        };
    }
}
