/// The room Traffic: what went through the gateway, live.
package dev.turnpike.app.inspector;
