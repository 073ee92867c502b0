/// The gateway inside the desktop application.
package dev.turnpike.app.hosting;
