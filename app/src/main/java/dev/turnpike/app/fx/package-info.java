/// Crossing between background work and the thread that draws.
package dev.turnpike.app.fx;
