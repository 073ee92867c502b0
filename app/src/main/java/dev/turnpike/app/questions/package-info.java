/// Questions that the window asks over whatever room is open.
package dev.turnpike.app.questions;
