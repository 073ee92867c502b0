package dev.turnpike.app.cli;

import java.util.List;

/// The arguments of `turnpike run`, parted at the first `--`: what stands behind it is another program's.
///
/// @param forParser what is Turnpike's
/// @param behind the other program's, in order
/// @param separated there was a `--`
record SplitArguments(List<String> forParser, List<String> behind, boolean separated) {
    SplitArguments {
        forParser = List.copyOf(forParser);
        behind = List.copyOf(behind);
    }

    static SplitArguments of(List<String> args) {
        int separator = args.indexOf("--");
        boolean isRun = args.stream()
                .filter(argument -> !argument.equals("--verbose"))
                .findFirst()
                .orElse("")
                .equals("run");
        if (!isRun || separator < 0) {
            return new SplitArguments(args, List.of(), false);
        }
        return new SplitArguments(args.subList(0, separator), args.subList(separator + 1, args.size()), true);
    }
}
