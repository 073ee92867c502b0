package dev.turnpike.app.diagnostics;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.ExaminationJson;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip file for whoever helps: what the doctor found, and the shape of the configuration. No key, no
/// token, nothing of any request is in it, and nothing is sent anywhere.
///
/// @param entries what is in it, to be looked at before it is written
public record DiagnosticsBundle(List<Entry> entries) {
    private static final List<String> OWN = List.of("turnpike.json", "preferences.json", "edits.json");

    public DiagnosticsBundle {
        entries = List.copyOf(entries);
    }

    /// One file of it.
    public record Entry(String name, String text) {
        /// Its size in bytes.
        public int size() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /// Gathers it.
    ///
    /// @param home Turnpike's own folder
    /// @param version of Turnpike
    public static DiagnosticsBundle of(
            Examination examination, ClaudeHome claude, Surroundings around, Path home, String version) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("system.txt", system(around, version)));
        entries.add(new Entry("doctor.json", ExaminationJson.of(examination)));
        for (String name : OWN) {
            add(entries, "turnpike/" + name, home.resolve(name), Redacted::own);
        }
        int number = 0;
        for (Path file : claude.files()) {
            add(entries, "claude-code/" + ++number + "-" + file.getFileName(), file, Redacted::claude);
        }
        entries.addFirst(new Entry("README.txt", contents(entries)));
        return new DiagnosticsBundle(anonymous(entries, around.userHome()));
    }

    /// A user's name stands in their paths.
    private static List<Entry> anonymous(List<Entry> entries, Path userHome) {
        String home = userHome.toString();
        if (home.length() < 2) {
            return entries;
        }
        return entries.stream()
                .map(e -> new Entry(
                        e.name(),
                        e.text().replace(home.replace("\\", "\\\\"), "~").replace(home, "~")))
                .toList();
    }

    private static String system(Surroundings around, String version) {
        return "Turnpike " + version + "\nJava " + Runtime.version() + "\n" + around.system() + " "
                + System.getProperty("os.version", "") + " " + System.getProperty("os.arch", "") + "\n";
    }

    private static void add(List<Entry> entries, String name, Path file, UnaryOperator<String> redacted) {
        try {
            if (Files.isRegularFile(file)) {
                entries.add(new Entry(name, redacted.apply(Files.readString(file))));
            }
        } catch (IOException _) {
            entries.add(new Entry(name, "cannot be read\n"));
        }
    }

    private static String contents(List<Entry> entries) {
        StringBuilder text = new StringBuilder("""
                What Turnpike's doctor found on this machine, for whoever helps.

                Keys and tokens are masked, paths in the user's folder begin at ~, and nothing of any request or
                answer is in here. Look through it before you pass it on.

                """);
        entries.forEach(entry ->
                text.append(entry.name()).append(", ").append(entry.size()).append(" bytes\n"));
        return text.toString();
    }

    /// Writes it to a file that its owner alone may read.
    public void writeTo(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        PrivateFiles.replace(file.toAbsolutePath(), bytes.toByteArray());
    }
}
