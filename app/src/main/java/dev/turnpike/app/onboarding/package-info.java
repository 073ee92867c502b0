/// The sheet of a first start: where requests go, which models, and Claude Code connected.
package dev.turnpike.app.onboarding;
