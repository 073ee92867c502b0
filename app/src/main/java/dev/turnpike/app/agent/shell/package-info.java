/// What the user's shells give a Claude Code that is started in them, found by running them as a terminal does.
package dev.turnpike.app.agent.shell;
