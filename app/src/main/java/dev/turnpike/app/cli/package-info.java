/// The command line: one class a command. The only package that knows standard output.
package dev.turnpike.app.cli;
