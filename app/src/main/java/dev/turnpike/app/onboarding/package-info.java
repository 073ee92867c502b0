/// The first start: where requests go, by which models, and the first one that arrives.
package dev.turnpike.app.onboarding;
