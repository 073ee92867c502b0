/// Where the configuration comes from: a file, the environment, the command line.
package dev.turnpike.gateway.configuration;
