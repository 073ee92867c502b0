/// What the doctor found, as lines for a terminal.
package dev.turnpike.app.cli.doctor;
