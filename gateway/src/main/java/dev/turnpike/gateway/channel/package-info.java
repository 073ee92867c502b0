/// Configuration as values: channels, endpoints, model maps, references to secrets. No IO, no threads.
package dev.turnpike.gateway.channel;
