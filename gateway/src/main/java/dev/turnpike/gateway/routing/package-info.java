/// Who serves a request, and why. Knows channels and no wire.
package dev.turnpike.gateway.routing;
