package dev.turnpike.app.inspector;

/// A place in which something that is searched for stands.
///
/// @param root the number of the value at the top
/// @param path the way to the value from there
/// @param offset where in a string it stands; -1 where it is the name of the value or no string
record JsonHit(int root, JsonPath path, int offset) {}
