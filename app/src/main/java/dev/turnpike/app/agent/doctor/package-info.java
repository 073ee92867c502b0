/// What keeps Claude Code from coming here, found by looking: where each variable that matters is set,
/// which value wins, and what can be done about it.
package dev.turnpike.app.agent.doctor;
