/// What was seen: the last exchanges in memory, for whoever looks at them.
package dev.turnpike.gateway.traffic;
