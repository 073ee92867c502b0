/// What the user prefers and where the window was: small, private, kept between starts.
package dev.turnpike.app.preferences;
