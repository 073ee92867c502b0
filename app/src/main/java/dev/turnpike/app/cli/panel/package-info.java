/// Exchanges as panels in a terminal.
package dev.turnpike.app.cli.panel;
