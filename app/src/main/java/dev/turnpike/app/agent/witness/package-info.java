/// What arrived at the gateway, as evidence of how its clients are set up.
package dev.turnpike.app.agent.witness;
