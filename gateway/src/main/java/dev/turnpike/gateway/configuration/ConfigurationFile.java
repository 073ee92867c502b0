package dev.turnpike.gateway.configuration;

import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.FileState.Missing;
import dev.turnpike.gateway.configuration.FileState.Present;
import dev.turnpike.gateway.configuration.FileState.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The configuration in a file such as `turnpike.json`. It is read and never written.
///
/// As long as there is no file, or an empty one, nothing is configured and the demo channel answers.
public final class ConfigurationFile implements ConfigurationSource {
    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Path file;
    private final ConfigurationReader reader;
    private final List<String> notices;
    private volatile @Nullable FileState lastRead;

    public ConfigurationFile(Path file, SecretSource secrets) {
        this(file, secrets, List.of());
    }

    /// @param notices said with every configuration that is read
    ConfigurationFile(Path file, SecretSource secrets, List<String> notices) {
        this.file = file.toAbsolutePath();
        this.reader = new ConfigurationReader(this.file.toString(), secrets);
        this.notices = List.copyOf(notices);
    }

    @Override
    public Configuration read() {
        FileState state = FileState.of(file);
        Configuration configuration = switch (state) {
            case Missing ignored -> noticed(reader.nothingConfigured("no configuration file"));
            case Unreadable unreadable ->
                throw new InvalidConfiguration(file + ": cannot be read: " + unreadable.why());
            case Present present -> take(present);
        };
        lastRead = state;
        return configuration;
    }

    /// Looks at the file every half second; an edit between `read` and this call is told too.
    @Override
    public AutoCloseable watch(Consumer<Configuration> changed, Consumer<String> broken) {
        return watching(changed, broken).start();
    }

    /// A watch that has no thread yet.
    FileWatch watching(Consumer<Configuration> changed, Consumer<String> broken) {
        FileState known = lastRead == null ? FileState.of(file) : lastRead;
        return new FileWatch(file, known, this::take, changed, broken);
    }

    private Configuration take(Present present) {
        if (present.isBlank()) {
            return noticed(reader.nothingConfigured("the empty file " + file));
        }
        return noticed(reader.read(present.content()));
    }

    private Configuration noticed(Configuration read) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(read.notices());
        if (isOpenToOthers()) {
            all.add(file + " is readable by other users; run chmod 600 " + file);
        }
        return read.with(all);
    }

    private boolean isOpenToOthers() {
        try {
            return !Collections.disjoint(Files.getPosixFilePermissions(file), FOR_OTHERS);
        } catch (IOException | UnsupportedOperationException e) {
            // not a POSIX file system, or no file
            return false;
        }
    }
}
