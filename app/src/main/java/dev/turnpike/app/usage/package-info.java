/// The room Usage: what requests took and cost.
package dev.turnpike.app.usage;
