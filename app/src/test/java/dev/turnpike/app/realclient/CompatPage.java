package dev.turnpike.app.realclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `src-docs/compat.md`: the matrix as a page.
final class CompatPage {
    static final Path FILE = Path.of("../src-docs/compat.md");

    /// Whether it is to be written anew.
    static final boolean WRITE = Boolean.getBoolean("turnpike.compat.write");

    private static final Pattern VERSION = Pattern.compile("Claude Code ([0-9]+(?:\\.[0-9]+)+)");

    private CompatPage() {}

    /// The client's version that the page names.
    static String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(FILE));
        return version.find() ? version.group(1) : "";
    }

    /// The page.
    ///
    /// @param version of the client that was asked
    /// @param folder an empty one
    static String text(String version, Path folder) throws IOException {
        StringBuilder page = new StringBuilder(start(version));
        int number = 0;
        for (CompatRows.Part part : CompatRows.parts()) {
            page.append("\n### ").append(part.title()).append("\n\n");
            page.append(
                    "| what is set beside ours | goes to | with | model | the doctor says |\n|---|---|---|---|---|\n");
            for (CompatRow row : part.rows()) {
                page.append(line(row, folder.resolve("row-" + number++)));
            }
        }
        page.append("\n## What one question does not show\n\n| what | what happens |\n|---|---|\n");
        for (CompatFact fact : CompatFact.values()) {
            page.append("| ")
                    .append(fact.what)
                    .append(" | ")
                    .append(fact.happens)
                    .append(" |\n");
        }
        return page.append(END).toString();
    }

    private static String line(CompatRow row, Path folder) throws IOException {
        boolean typed = !row.arguments().isEmpty() || row.settings().containsKey(CompatRow.Scope.COMMAND);
        Outcome outcome = row.expected();
        return "| " + row.name() + " | " + outcome.destination() + " | " + outcome.credentials() + " | "
                + (outcome.model().equals(Outcome.DEFAULT) ? "" : outcome.model()) + " | "
                + (typed ? "(typed)" : said(row, folder)) + " |\n";
    }

    private static String said(CompatRow row, Path folder) throws IOException {
        List<String> all = new RowDoctor(row, Files.createDirectories(folder)).said();
        StringJoiner said = new StringJoiner(", ");
        all.forEach(one -> said.add(one.replace(" ", " `") + "`"));
        return said.toString();
    }

    private static String start(String version) {
        return """
                <!-- Made from the rows in app/src/test/java/dev/turnpike/app/realclient. Do not edit. -->

                # What Claude Code does with what is set where

                Last run with Claude Code %s. `.ci/real-client` runs it against the newest one: each row is a fresh home and project, a
                shell in which only the row's variables are set, and servers on this machine that write down what arrives.
                `-Dturnpike.compat.write=true` writes this page anew, with the version that was asked.

                In every row the user's `settings.json` has `ANTHROPIC_BASE_URL` = the gateway and `ANTHROPIC_AUTH_TOKEN` = `ours`, unless the
                row says otherwise; where the user's own login goes on, it has `ANTHROPIC_CUSTOM_HEADERS` = `x-turnpike-key: ours` and no token.
                "user", "project" and so on are the `env` of that settings file. "nobody" means that the client gave up without
                asking anybody, mostly because it found no credential. An empty field under "model" is the client's own default.
                The last column is what `turnpike doctor` says of the same files and the same shell, where it is worth a look.

                ## What follows

                - `settings.json` beats the shell, name by name. What a shell exports under the same name does not matter.
                - The empty text in `settings.json` takes a variable of the shell out of effect. Exceptions: `ANTHROPIC_UNIX_SOCKET`,
                  `CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST` and `CLAUDE_CODE_HOST_AUTH_ENV_VAR` count as the shell has them, and make the client
                  ignore what settings files say of routes, credentials and models; and `CLAUDE_CONFIG_DIR`, by which another file is read.
                - A project's, a command line's and an administrator's settings beat the user's. In `-p` nobody is asked first, so the
                  committed settings of a repository can send the configured bearer to a stranger. Turnpike's is a random token that is good
                  on this machine alone, so that costs nothing; a vendor's key in the same place would be lost.
                - An empty base URL does not mean "none": the client then asks api.anthropic.com, with the configured bearer.
                - A switch to another cloud is on at `1`, `true`, `yes` and `on`, and at nothing else.
                - Any of the six proxy variables takes requests to 127.0.0.1 with it. `no_proxy` hides `NO_PROXY`, so both are written.
                  `localhost` alone does not exempt 127.0.0.1; a network such as `127.0.0.0/8` does.
                - A foreign API key comes along beside our token. The gateway drops it and stores nothing.

                ## The matrix
                """.formatted(version);
    }

    private static final String END = """

            Not asked: server-delivered settings of an organisation, macOS property lists and the Windows registry, editors' own settings.
            """;
}
