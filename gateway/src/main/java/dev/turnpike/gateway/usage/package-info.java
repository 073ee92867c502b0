/// Counting what was asked and answered.
package dev.turnpike.gateway.usage;
