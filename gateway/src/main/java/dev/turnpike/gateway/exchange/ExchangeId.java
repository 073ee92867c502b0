package dev.turnpike.gateway.exchange;

/// The name of one exchange, unique in one run of the gateway; also its `request-id`.
public record ExchangeId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
