package dev.turnpike.app.agent.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the settings of an editor of the VS Code family give to the Claude Code inside it.
///
/// @param before the names that lead to the settings: none, or `settings` in a workspace file
/// @param system as these settings name the operating system: `linux`, `osx`, `windows`
record EditorText(Leaves.Read read, List<String> before, String system) {
    private static final String VARIABLES = "claudeCode.environmentVariables";

    /// A variable and the part of the settings that sets it.
    ///
    /// @param part empty, or the profile of a terminal
    record Given(Assignment set, String part) {}

    static boolean isLoginPromptOff(Leaves.Read read) {
        return read.at("claudeCode.disableLoginPrompt")
                .filter(leaf -> leaf.text().equals("true"))
                .isPresent();
    }

    /// All of it, those of the extension first.
    List<Given> all() {
        List<Given> given = new ArrayList<>();
        extension().forEach(set -> given.add(new Given(set, "")));
        named("claudeCode.selectedModel")
                .map(leaf -> new Assignment("model", leaf.text(), leaf.line()))
                .ifPresent(set -> given.add(new Given(set, "")));
        int names = before.size();
        for (Leaf leaf : under("terminal.integrated.env." + system)) {
            if (leaf.path().size() == names + 2) {
                given.add(new Given(new Assignment(leaf.name(), leaf.text(), leaf.line()), ""));
            }
        }
        for (Leaf leaf : under("terminal.integrated.profiles." + system)) {
            if (leaf.path().size() == names + 4 && leaf.path().get(names + 2).equals("env")) {
                Assignment set = new Assignment(leaf.name(), leaf.text(), leaf.line());
                given.add(new Given(set, leaf.path().get(names + 1)));
            }
        }
        return given;
    }

    /// The program that is started in Claude Code's place, where one is named.
    Optional<Leaf> wrapper() {
        return named("claudeCode.claudeProcessWrapper")
                .filter(leaf -> !leaf.text().isBlank());
    }

    /// Either a list of names and values, or an object.
    private List<Assignment> extension() {
        List<Assignment> found = new ArrayList<>();
        List<Leaf> leaves = under(VARIABLES);
        int names = before.size();
        for (Leaf leaf : leaves) {
            boolean listed = leaf.path().size() == names + 3;
            if (leaf.path().size() == names + 2) {
                found.add(new Assignment(leaf.name(), leaf.text(), leaf.line()));
            } else if (listed && leaf.name().equals("name")) {
                List<String> element = leaf.path().subList(0, names + 2);
                leaves.stream()
                        .filter(other -> other.name().equals("value")
                                && other.path()
                                        .subList(0, other.path().size() - 1)
                                        .equals(element))
                        .findFirst()
                        .ifPresent(value -> found.add(new Assignment(leaf.text(), value.text(), leaf.line())));
            }
        }
        return found;
    }

    private List<Leaf> under(String name) {
        return read.under(path(name));
    }

    private Optional<Leaf> named(String name) {
        return read.at(path(name));
    }

    private String[] path(String name) {
        List<String> path = new ArrayList<>(before);
        path.add(name);
        return path.toArray(String[]::new);
    }
}
