/// Every text of the desktop, by room.
package dev.turnpike.app.text;
