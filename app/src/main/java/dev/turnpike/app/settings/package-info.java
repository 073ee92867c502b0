/// Settings: what the user decides about the window and the gateway, applied at once or saying what it needs.
package dev.turnpike.app.settings;
