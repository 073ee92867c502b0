/// What reading, translating and cutting cost, measured with JMH.
package dev.turnpike.gateway.benchmarks;
