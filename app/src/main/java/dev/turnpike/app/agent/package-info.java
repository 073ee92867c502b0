/// Claude Code's own files and variables, as far as they decide where its requests go.
package dev.turnpike.app.agent;
