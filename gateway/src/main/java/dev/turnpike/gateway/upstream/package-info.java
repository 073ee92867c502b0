/// Speaking HTTP/1.1 to model servers: connections, pool, replies as values. Knows nothing of dialects.
package dev.turnpike.gateway.upstream;
