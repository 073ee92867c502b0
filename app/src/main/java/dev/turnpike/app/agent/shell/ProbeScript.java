package dev.turnpike.app.agent.shell;

import java.util.ArrayList;
import java.util.List;

/// What a shell is asked, in its own language.
///
/// Whole names of programs, and `builtin`: start-up files may define a function named `env`, `printf` or `type`. Marks
/// are written by `env` itself, as in `env -i -0 MARK`, which needs nothing else.
///
/// @param perl whether Perl writes in place of `env`, which on earlier systems of Apple's cannot end lines with zero
/// bytes
record ProbeScript(Nonce nonce, boolean perl) {
    static final String VARIABLES = "variables";
    static final String ALIAS = "alias";
    static final String FUNCTION = "function";
    static final String PLACE = "place";
    static final String PROGRAMS = "programs";
    static final String FILES = "files";
    static final String END = "end";

    private static final String ENV = "/usr/bin/env";
    private static final String PERL = "/usr/bin/perl";

    /// The command that starts the shell as a terminal does, and asks it.
    List<String> command(Shell shell) {
        String program = shell.program().toString();
        return switch (shell.kind()) {
            case BASH -> List.of(program, shell.login() ? "-ilc" : "-ic", bash());
            case ZSH -> List.of(program, "-ilc", zsh());
            case FISH -> List.of(program, "-ilc", fish());
            case POWERSHELL -> List.of(program, "-NoLogo", "-NonInteractive", "-Command", powerShell());
            case NUSHELL -> List.of(program, "-l", "-c", nushell());
            case KSH, TCSH, XONSH, ELVISH, OTHER -> throw new IllegalArgumentException("is never asked: " + shell);
        };
    }

    private String bash() {
        return joined(
                mark(VARIABLES),
                all(),
                mark(ALIAS),
                "builtin alias claude 2>/dev/null || :",
                mark(FUNCTION),
                "builtin declare -f claude || :",
                mark(PLACE),
                // with this option the name of a function comes with the line and the file of its definition
                "builtin shopt -s extdebug; builtin declare -F claude || :",
                mark(PROGRAMS),
                "builtin type -aP claude || :",
                mark(END));
    }

    private String zsh() {
        return joined(
                mark(VARIABLES),
                all(),
                mark(ALIAS),
                "builtin alias -L claude || :",
                mark(FUNCTION),
                "builtin functions claude || :",
                mark(PLACE),
                "builtin print -r -- \"${functions_source[claude]-}\" || :",
                mark(PROGRAMS),
                "builtin whence -pa claude || :",
                mark(END));
    }

    private String fish() {
        return joined(
                mark(VARIABLES),
                all(),
                mark(FUNCTION),
                "builtin functions claude",
                mark(PLACE),
                "builtin functions --details --verbose claude",
                mark(PROGRAMS),
                "builtin command --all --search claude",
                mark(END));
    }

    private String nushell() {
        return joined(
                "^" + mark(VARIABLES),
                "^" + all(),
                "^" + mark(ALIAS),
                "try { scope aliases | where name == claude | get expansion | str join (char nl) | print }",
                "^" + mark(FUNCTION),
                "try { if (scope commands | where name == claude and type == custom | is-not-empty)"
                        + " { view source claude | print } }",
                "^" + mark(PROGRAMS),
                "try { which --all claude | where type == external | get path | str join (char nl) | print }",
                "^" + mark(FILES),
                "print $nu.env-path $nu.config-path $nu.loginshell-path",
                "^" + mark(END));
    }

    private String powerShell() {
        List<String> lines = new ArrayList<>();
        lines.add("$o=New-Object System.IO.StreamWriter([Console]::OpenStandardOutput(),"
                + "(New-Object System.Text.UTF8Encoding $false));$z=[string][char]0");
        lines.add(write(VARIABLES));
        lines.add("Get-ChildItem env: | ForEach-Object { $o.Write($_.Name+'='+$_.Value+$z) }");
        lines.add(write(ALIAS));
        lines.add("Get-Command claude -CommandType Alias -ErrorAction Ignore | ForEach-Object {"
                + " $o.Write($_.Definition) }");
        lines.add(write(FUNCTION));
        lines.add(
                "$f=Get-Command claude -CommandType Function -ErrorAction Ignore; if ($f) { $o.Write($f.Definition) }");
        lines.add(write(PLACE));
        lines.add("if ($f) { $o.Write('claude '+$f.ScriptBlock.StartPosition.StartLine+' '+$f.ScriptBlock.File) }");
        lines.add(write(PROGRAMS));
        lines.add("Get-Command claude -All -CommandType Application,ExternalScript -ErrorAction Ignore |"
                + " ForEach-Object { $o.Write($_.Source+[char]10) }");
        lines.add(write(FILES));
        lines.add("$PROFILE | Get-Member -MemberType NoteProperty | ForEach-Object {"
                + " $o.Write($PROFILE.($_.Name)+[char]10) }");
        lines.add(write(END));
        lines.add("$o.Flush()");
        return String.join("; ", lines);
    }

    private String write(String part) {
        return "$o.Write('" + nonce.mark(part) + "'+$z)";
    }

    /// The command that writes a mark.
    String mark(String part) {
        String mark = nonce.mark(part);
        return perl ? PERL + " -e 'print \"" + mark + "\\0\"'" : ENV + " -i -0 " + mark;
    }

    private String all() {
        return perl ? PERL + " -e 'print map {\"$_=$ENV{$_}\\0\"} keys %ENV'" : ENV + " -0";
    }

    /// The files that bash reads, in its order, read by a command: to a shell of root's, the form of
    /// traced lines cannot be given from outside.
    static String bashStart(Shell shell) {
        return !shell.login()
                ? "[ -r /etc/bash.bashrc ] && . /etc/bash.bashrc; . \"$HOME/.bashrc\""
                : "[ -r /etc/profile ] && . /etc/profile; for f in .bash_profile .bash_login .profile; do"
                        + " if [ -r \"$HOME/$f\" ]; then . \"$HOME/$f\"; break; fi; done";
    }

    private static String joined(String... commands) {
        return String.join("; ", commands);
    }
}
