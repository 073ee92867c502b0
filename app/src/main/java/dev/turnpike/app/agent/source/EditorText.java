package dev.turnpike.app.agent.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Leaf> names = new HashMap<>();
        Map<String, Leaf> values = new LinkedHashMap<>();
        int element = before.size() + 1;
        for (Leaf leaf : under(VARIABLES)) {
            if (leaf.path().size() == element + 1) {
                found.add(new Assignment(leaf.name(), leaf.text(), leaf.line()));
            } else if (leaf.path().size() == element + 2 && leaf.name().equals("name")) {
                names.put(leaf.path().get(element), leaf);
            } else if (leaf.path().size() == element + 2 && leaf.name().equals("value")) {
                values.put(leaf.path().get(element), leaf);
            }
        }
        values.forEach((number, value) -> Optional.ofNullable(names.get(number))
                .ifPresent(name -> found.add(new Assignment(name.text(), value.text(), name.line()))));
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
