/// What was recorded, for a terminal and for files.
package dev.turnpike.app.cli.traffic;
