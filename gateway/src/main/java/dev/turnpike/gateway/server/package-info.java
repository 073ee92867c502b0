/// The gateway's face to its clients: Helidon, paths, access, framing of answers. Knows nothing of upstreams and
/// dialects.
package dev.turnpike.gateway.server;
