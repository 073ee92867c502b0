/// The parts that every room of the window is made of, and the two themes that they are drawn in.
@org.jspecify.annotations.NullMarked
package dev.turnpike.app.look;
