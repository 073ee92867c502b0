/// What upstreams answered, as evidence of how channels are set up.
package dev.turnpike.app.agent.upstream;
