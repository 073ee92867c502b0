package dev.turnpike.app.platform;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A value of the key in Windows' registry whose programs are started at login. The task manager can switch it off,
/// which leaves the value and marks it elsewhere.
record RunValue(WindowsRegistry registry, List<String> command) implements LoginItem {
    static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    static final String APPROVED = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";
    static final String NAME = "Turnpike";

    @Override
    public LoginState state() {
        Optional<List<RegistryValue>> values = registry.values(KEY);
        if (values.isEmpty()) {
            return new LoginState.NotPossible("The registry cannot be read");
        }
        Optional<String> line = value(values.get()).map(RegistryValue::text);
        if (line.isEmpty() || isSwitchedOff()) {
            return new LoginState.Off();
        }
        return new LoginState.On(line.filter(text -> !text.equals(line())));
    }

    private static Optional<RegistryValue> value(List<RegistryValue> values) {
        return values.stream()
                .filter(value -> value.name().equalsIgnoreCase(NAME))
                .findFirst();
    }

    /// The first byte's lowest bit says it.
    private boolean isSwitchedOff() {
        return registry.values(APPROVED)
                .flatMap(RunValue::value)
                .map(RegistryValue::text)
                .filter(bytes -> bytes.matches("[0-9A-Fa-f][13579BDFbdf].*"))
                .isPresent();
    }

    private String line() {
        return "\"" + command.getFirst() + "\" " + String.join(" ", command.subList(1, command.size()));
    }

    @Override
    public void enable() throws IOException {
        if (!registry.write(KEY, NAME, line())) {
            throw new IOException("The registry did not take the value " + NAME + " of " + KEY);
        }
        if (isSwitchedOff() && !registry.delete(APPROVED, NAME)) {
            throw new IOException("Windows keeps Turnpike switched off: Task Manager, Startup apps");
        }
    }

    @Override
    public void disable() throws IOException {
        if (state() instanceof LoginState.On && !registry.delete(KEY, NAME)) {
            throw new IOException("The registry keeps the value " + NAME + " of " + KEY);
        }
    }
}
