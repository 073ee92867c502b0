/// Usage: what was spent. It shows nothing yet, and says so.
package dev.turnpike.app.usage;
