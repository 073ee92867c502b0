/// What chat/completions servers answer, as data. Knows no other dialect.
package dev.turnpike.gateway.openai;
