package dev.turnpike.app.realclient;

import static dev.turnpike.app.realclient.CompatRow.OTHER;
import static dev.turnpike.app.realclient.CompatRow.row;

import dev.turnpike.app.realclient.Outcome.To;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What stands between the client and a gateway on the same machine.
final class ProxyRows {
    static final List<String> NAMES =
            List.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");

    private static final String HOSTS = "127.0.0.1,localhost";

    private ProxyRows() {}

    static List<CompatRow> all() {
        List<CompatRow> rows = new ArrayList<>();
        for (String name : NAMES) {
            rows.add(row("shell: `" + name + "`").shell(name, OTHER).goes(To.PROXY));
            rows.add(row("the same; user: `NO_PROXY`").shell(name, OTHER).user("NO_PROXY", HOSTS));
            rows.add(row("the same; user: `no_proxy`").shell(name, OTHER).user("no_proxy", HOSTS));
            rows.add(row("the same; user: it is the empty text")
                    .shell(name, OTHER)
                    .user(name, ""));
        }
        rows.add(row("user: `HTTP_PROXY`")
                .user("HTTP_PROXY", OTHER)
                .shell("http_proxy", "")
                .goes(To.PROXY));
        for (String name : List.of("http_proxy", "HTTP_PROXY")) {
            Map<String, String> shell = CompatRows.ordered(name, OTHER, "no_proxy", "corp.example");
            rows.add(row("shell: `" + name + "`, `no_proxy=corp.example`; user: `NO_PROXY` alone")
                    .shell(shell)
                    .user("NO_PROXY", HOSTS)
                    .goes(To.PROXY));
            rows.add(row("the same; user: both")
                    .shell(shell)
                    .user("NO_PROXY", "corp.example," + HOSTS)
                    .user("no_proxy", "corp.example," + HOSTS));
        }
        rows.add(row("shell: `http_proxy`, `NO_PROXY=corp.example`; user: `no_proxy` alone")
                .shell(CompatRows.ordered("http_proxy", OTHER, "NO_PROXY", "corp.example"))
                .user("no_proxy", HOSTS));
        rows.add(row("shell: `http_proxy`, `NO_PROXY=127.0.0.1`, `no_proxy` is the empty text")
                .shell(CompatRows.ordered("http_proxy", OTHER, "NO_PROXY", "127.0.0.1", "no_proxy", "")));
        Stream.of("127.0.0.1", "127.0.0.0/8", "*", "localhost 127.0.0.1", "corp.example, 127.0.0.1")
                .forEach(hosts -> rows.add(exempting(hosts)));
        Stream.of("localhost", "127.*", ".0.0.1", "127.0.0.1:1", "::1")
                .forEach(hosts -> rows.add(exempting(hosts).goes(To.PROXY)));
        return rows;
    }

    private static CompatRow exempting(String hosts) {
        return row("shell: `http_proxy`, `NO_PROXY=" + hosts + "`")
                .shell(CompatRows.ordered("http_proxy", OTHER, "NO_PROXY", hosts));
    }
}
