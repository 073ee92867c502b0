/// The room of agents: which file leads Claude Code here, whether its requests arrive, and the one click
/// that writes it.
package dev.turnpike.app.agents;
