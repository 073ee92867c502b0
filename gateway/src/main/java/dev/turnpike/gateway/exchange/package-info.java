/// The order of things: one call from an agent, routed, translated, sent, answered. Everything that happens is
/// announced as a
/// [Moment]; nothing in here knows who listens, stores or shows it.
package dev.turnpike.gateway.exchange;
