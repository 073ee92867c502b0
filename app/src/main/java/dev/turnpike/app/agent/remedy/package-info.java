/// What takes a finding out of the world, where the user asks for it, and the way back.
package dev.turnpike.app.agent.remedy;
