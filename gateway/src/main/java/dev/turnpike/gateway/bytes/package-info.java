/// Bytes on their way: what grows, what is cut into pieces, what is valid UTF-8. Knows no format and no wire.
package dev.turnpike.gateway.bytes;
