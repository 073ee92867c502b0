/// The demo channel: an upstream inside this process, so that a newcomer sees traffic before having any key.
package dev.turnpike.gateway.demo;
