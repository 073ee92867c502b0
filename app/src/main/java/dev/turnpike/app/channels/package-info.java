/// The room of channels: their order, one channel's form, its model map, its test.
package dev.turnpike.app.channels;
