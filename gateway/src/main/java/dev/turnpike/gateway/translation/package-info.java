/// How requests and replies cross between the Messages API and an upstream's dialect. Pure: no sockets, no clocks, no
/// secrets.
package dev.turnpike.gateway.translation;
