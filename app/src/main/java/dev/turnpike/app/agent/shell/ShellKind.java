package dev.turnpike.app.agent.shell;

import java.util.List;
import java.util.stream.Stream;

/// A family of shells: what it reads when it starts.
enum ShellKind {
    BASH(true, "bash", ".bash_profile:.bash_login:.profile:.bashrc:.bash_aliases"),
    ZSH(true, "zsh", ".zshenv:.zprofile:.zshrc:.zlogin"),
    FISH(true, "fish", ".config/fish/config.fish:.config/fish/fish_variables"),
    POWERSHELL(
            true,
            "pwsh:powershell",
            ".config/powershell/profile.ps1:.config/powershell/Microsoft.PowerShell_profile.ps1"
                    + ":Documents/PowerShell/profile.ps1:Documents/PowerShell/Microsoft.PowerShell_profile.ps1"
                    + ":Documents/WindowsPowerShell/profile.ps1"
                    + ":Documents/WindowsPowerShell/Microsoft.PowerShell_profile.ps1"),
    NUSHELL(
            true,
            "nu",
            ".config/nushell/env.nu:.config/nushell/config.nu:.config/nushell/login.nu"
                    + ":Library/Application Support/nushell/env.nu"
                    + ":Library/Application Support/nushell/config.nu"),
    KSH(false, "ksh:mksh:ksh93", ".kshrc:.mkshrc"),
    TCSH(false, "tcsh:csh", ".tcshrc:.cshrc:.login"),
    XONSH(false, "xonsh", ".xonshrc:.config/xonsh/rc.xsh"),
    ELVISH(false, "elvish", ".config/elvish/rc.elv:.elvish/rc.elv"),
    /// `sh`, `dash` and what nobody here has heard of.
    OTHER(false, "", ".profile");

    private final boolean probed;
    /// With colons between them, as lists are not for enums.
    private final String programs;

    private final String files;

    ShellKind(boolean probed, String programs, String files) {
        this.probed = probed;
        this.programs = programs;
        this.files = files;
    }

    /// The family of a program of that name.
    static ShellKind of(String program) {
        return Stream.of(values())
                .filter(kind -> kind.programs().contains(program))
                .findFirst()
                .orElse(OTHER);
    }

    /// Whether it can be run and asked.
    boolean isProbed() {
        return probed;
    }

    /// What its programs are called.
    List<String> programs() {
        return Stream.of(programs.split(":")).filter(name -> !name.isEmpty()).toList();
    }

    /// The user's files that it reads by itself, from their own folder; `.config` stands for the folder of settings.
    List<String> files() {
        return List.of(files.split(":"));
    }
}
