/// What the room of agents works with on this machine: the doctor and what arrives at the gateway, the
/// remedies, and further places from which Claude Code is started.
package dev.turnpike.app.care;
