package dev.turnpike.app.agent;

import dev.turnpike.gateway.channel.ModelTier;
import dev.turnpike.gateway.json.JsonDocument;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds what must be ours in a settings file that no journal knows, so that it is never taken for the user's: a
/// journal can be lost.
///
/// @param gateway where the gateway answers
/// @param given whether a token was given to this file once
record OwnTraces(URI gateway, Predicate<String> given) {
    private static final String SHAPE = "local-";

    /// The file without them.
    JsonDocument removed(JsonDocument now) {
        Optional<String> header =
                now.string(KeyEdit.place(VariableNames.HEADERS)).flatMap(CustomHeaders::token);
        Optional<String> address = now.string(KeyEdit.place(VariableNames.BASE_URL));
        boolean leadsHere = address.filter(url -> GatewayAddress.of(url, gateway) != GatewayAddress.ELSEWHERE)
                .isPresent();
        Predicate<String> ours = token -> given.test(token) || (leadsHere && token.startsWith(SHAPE));
        boolean bearer =
                now.string(KeyEdit.place(VariableNames.TOKEN)).filter(ours).isPresent();
        boolean field = header.filter(ours).isPresent();
        if (!bearer && !field) {
            return now;
        }
        JsonDocument rest = field ? CustomHeaders.withoutOurField(now) : now;
        if (bearer) {
            rest = rest.without(KeyEdit.place(VariableNames.TOKEN));
        }
        // the gateway may have had another port; an address elsewhere is the user's
        if (leadsHere || address.filter(GatewayAddress::isLoopback).isPresent()) {
            rest = rest.without(KeyEdit.place(VariableNames.BASE_URL));
        }
        List<String> models = Stream.concat(
                        Stream.of(ModelTier.values()).map(TierModels::variable), Stream.of(VariableNames.MODEL))
                .filter(name -> now.string(KeyEdit.place(name))
                        .flatMap(ModelTier::named)
                        .isPresent())
                .toList();
        for (String name : models) {
            rest = rest.without(KeyEdit.place(name));
        }
        return models.isEmpty() ? rest : rest.without(KeyEdit.place(VariableNames.WINDOW));
    }
}
