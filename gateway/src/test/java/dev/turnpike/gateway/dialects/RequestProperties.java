package dev.turnpike.gateway.dialects;

import dev.turnpike.gateway.channel.Compat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/// What the properties of requests are tried with.
abstract class RequestProperties {
    @Provide
    Arbitrary<AnyRequest> requests() {
        return AnyRequest.arbitrary();
    }

    @Provide
    Arbitrary<String> models() {
        return AnyRequest.models();
    }

    @Provide
    Arbitrary<Compat> compats() {
        return AnyRequest.compats();
    }
}
