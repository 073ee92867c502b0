/// The language in which one says which exchanges are wanted: `model:opus status:error -kind:count "exact words"`.
package dev.turnpike.gateway.traffic.filter;
