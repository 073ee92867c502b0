/// The event-stream wire: bytes to events and back. Knows neither JSON nor HTTP.
package dev.turnpike.gateway.sse;
