/// Where a variable that matters may be set, one class a kind of place; all of them only look.
package dev.turnpike.app.agent.source;
