/// A channel tried out: four steps, each with the upstream's own words when it fails.
package dev.turnpike.gateway.trial;
