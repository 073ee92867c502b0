package dev.turnpike.app;

import dev.turnpike.app.cli.Program;
import dev.turnpike.app.platform.Surroundings;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Program.run(args, Surroundings::current, Desktop::open));
    }
}
