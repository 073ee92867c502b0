/// The Messages API as data: requests, replies, stream events, errors. Knows no other vendor.
package dev.turnpike.gateway.anthropic;
