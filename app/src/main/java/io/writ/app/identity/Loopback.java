package io.writ.app.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What counts as this machine. */
public final class Loopback {

    /**
     * Names a client may use for us. Any other name in the Host header means that some page made a browser resolve its
     * own name to loopback, to read with the browser's credentials.
     */
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]]+)(:[0-9]{1,5})?");
    private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {}

    /** Whether a server bound to this host is out of reach for other machines. Never asks a name server. */
    public static boolean isBindAddress(String host) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        return plain.equals("localhost") || plain.equals("::1") || plain.equals("[::1]") || isAddress(plain);
    }

    /** Whether the local end of a connection, as an address literal, is loopback. */
    public static boolean isAddress(String literal) {
        if (!IPV4.matcher(literal).matches() && !literal.contains(":")) {
            return false;
        }
        try {
            // A literal is never looked up.
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    /** Whether a Host header names this machine; the port is free, so that a tunnel may end anywhere. */
    public static boolean isHost(String header) {
        Matcher matcher = HOST.matcher(header.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() && NAMES.contains(matcher.group(1));
    }
}
