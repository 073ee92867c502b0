/// The icon beside the clock: its menu as data, drawn by what the system offers. The only package that knows AWT.
package dev.turnpike.app.tray;
