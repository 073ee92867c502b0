/// Windows for tests: shown on the headless platform, clicked with a robot, drawn into pictures.
@org.jspecify.annotations.NullMarked
package dev.turnpike.app.testing;
