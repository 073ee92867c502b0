package dev.turnpike.gateway.usage;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What models cost, as of a day.
///
/// @param date of the list, shown wherever an amount is
/// @param prices by the name of the model
public record PriceList(LocalDate date, Map<String, Price> prices) {
    /// Knows no price.
    public static final PriceList NONE = new PriceList(LocalDate.EPOCH, Map.of());

    public PriceList {
        prices = Map.copyOf(prices);
    }

    /// The price of a model by the name that its channel knows it by; empty where none is known.
    public Optional<Price> find(String model) {
        return Optional.ofNullable(prices.get(model));
    }
}
