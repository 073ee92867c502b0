/// What the operating system gives and how it differs: the environment, signals, where programs are.
package dev.turnpike.app.platform;
