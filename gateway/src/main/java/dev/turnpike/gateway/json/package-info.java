/// JSON as bytes: a cursor that reads, a writer, and slices that are copied as they are. Knows no dialect.
package dev.turnpike.gateway.json;
