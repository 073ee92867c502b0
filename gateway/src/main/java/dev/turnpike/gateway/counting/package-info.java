/// How many tokens a request has.
package dev.turnpike.gateway.counting;
