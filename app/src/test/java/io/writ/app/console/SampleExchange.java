package io.writ.app.console;

import io.writ.app.exchange.Exchange;
import io.writ.governance.TraceParent;

/** An exchange with ids that are easy to find. */
final class SampleExchange {

    static final Exchange EXCHANGE = new Exchange(
            "request-1",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true),
            0);

    private SampleExchange() {}
}
