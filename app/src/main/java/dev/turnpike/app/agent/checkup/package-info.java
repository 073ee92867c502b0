/// The doctor of this machine, put together: where it looks, and how it tells our own values from foreign ones.
package dev.turnpike.app.agent.checkup;
