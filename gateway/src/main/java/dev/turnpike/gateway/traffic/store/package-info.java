/// What was recorded, in a SQLite database in Turnpike's folder: one thread writes, anybody reads.
package dev.turnpike.gateway.traffic.store;
