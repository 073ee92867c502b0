package dev.turnpike.app.agent.doctor;

import java.util.List;

/// What is wrong with one way of starting Claude Code, as far as one kind of variable tells it.
interface Rule {
    List<Finding> findings(Layer layer, Ours ours);
}
