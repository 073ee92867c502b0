/// Which process of this user is the first, and what others may ask of it.
package dev.turnpike.app.instance;
