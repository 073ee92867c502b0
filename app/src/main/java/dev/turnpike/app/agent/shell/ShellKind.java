package dev.turnpike.app.agent.shell;

import java.util.List;
import java.util.stream.Stream;

/// A family of shells: what it reads when it starts.
enum ShellKind {
    BASH(true, List.of("bash"), List.of(".bash_profile", ".bash_login", ".profile", ".bashrc", ".bash_aliases")),
    ZSH(true, List.of("zsh"), List.of(".zshenv", ".zprofile", ".zshrc", ".zlogin")),
    FISH(true, List.of("fish"), List.of(".config/fish/config.fish", ".config/fish/fish_variables")),
    POWERSHELL(
            true,
            List.of("pwsh", "powershell"),
            List.of(
                    ".config/powershell/profile.ps1",
                    ".config/powershell/Microsoft.PowerShell_profile.ps1",
                    "Documents/PowerShell/profile.ps1",
                    "Documents/PowerShell/Microsoft.PowerShell_profile.ps1",
                    "Documents/WindowsPowerShell/profile.ps1",
                    "Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1")),
    NUSHELL(
            true,
            List.of("nu"),
            List.of(
                    ".config/nushell/env.nu",
                    ".config/nushell/config.nu",
                    ".config/nushell/login.nu",
                    "Library/Application Support/nushell/env.nu",
                    "Library/Application Support/nushell/config.nu")),
    KSH(false, List.of("ksh", "mksh", "ksh93"), List.of(".kshrc", ".mkshrc")),
    TCSH(false, List.of("tcsh", "csh"), List.of(".tcshrc", ".cshrc", ".login")),
    XONSH(false, List.of("xonsh"), List.of(".xonshrc", ".config/xonsh/rc.xsh")),
    ELVISH(false, List.of("elvish"), List.of(".config/elvish/rc.elv", ".elvish/rc.elv")),
    /// `sh`, `dash` and what nobody here has heard of.
    OTHER(false, List.of(), List.of(".profile"));

    private final boolean probed;
    private final List<String> programs;
    private final List<String> files;

    ShellKind(boolean probed, List<String> programs, List<String> files) {
        this.probed = probed;
        this.programs = programs;
        this.files = files;
    }

    /// The family of a program of that name.
    static ShellKind of(String program) {
        return Stream.of(values())
                .filter(kind -> kind.programs.contains(program))
                .findFirst()
                .orElse(OTHER);
    }

    /// Whether it can be run and asked.
    boolean isProbed() {
        return probed;
    }

    /// What its programs are called.
    List<String> programs() {
        return programs;
    }

    /// Whether lines of its files are read as those of sh are.
    boolean isLikeSh() {
        return this == BASH || this == ZSH;
    }

    /// The user's files that it reads by itself, from their own folder; `.config` stands for the folder of settings.
    List<String> files() {
        return files;
    }
}
