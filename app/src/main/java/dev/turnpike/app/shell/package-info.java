/// The window around the rooms: rail, sheets, toasts, commands.
package dev.turnpike.app.shell;
