/// What was recorded, in the formats of others: HAR, curl, Markdown, CSV, JSON. Nothing here reads or stores; whoever
/// asks hands in where to write, and what takes known shapes of secrets out of text.
package dev.turnpike.gateway.traffic.export;
