/// What a user may hand to somebody who helps: a list of files without a secret in them.
package dev.turnpike.app.diagnostics;
