package dev.turnpike.app.agent.source;

/// A variable that a line of a text sets.
///
/// @param value without its quotes; what stands for another variable is left as it is written; may be secret
/// @param line from 1
record Assignment(String name, String value, int line) {
    @Override
    public String toString() {
        return "Assignment[" + name + ", line " + line + "]";
    }
}
