package io.writ.cli.server;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;

/** What a person needs to go on once the server is up. */
public final class Welcome {

    private Welcome() {}

    public static void print(PrintWriter out, URI base, Path secretFile) {
        out.println();
        out.println("Writ is up.");
        out.println("  console       " + base + "/            (user: dev, password: the local secret)");
        out.println("  API explorer  " + base + "/openapi/ui/");
        out.println("  local secret  " + secretFile);
        out.println();
        out.println("Ctrl-C stops it.");
        out.flush();
    }
}
