/// The few HTTP words that the server half and the upstream half share.
package dev.turnpike.gateway.http;
