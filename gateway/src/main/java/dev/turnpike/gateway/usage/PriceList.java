package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.anthropic.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What models cost, as of a day.
///
/// @param date of the list, shown wherever an amount is
/// @param prices by the name of the model; one that ends with `*` is the beginning of names
public record PriceList(LocalDate date, Map<String, Price> prices) {
    /// Knows no price.
    public static final PriceList NONE = new PriceList(LocalDate.EPOCH, Map.of());

    /// The name of a user's own list, in Turnpike's folder.
    public static final String FILE = "prices.json";

    public PriceList {
        Map<String, Price> plain = new HashMap<>();
        prices.forEach((name, price) -> plain.put(ModelName.plain(name), price));
        prices = Map.copyOf(plain);
    }

    /// The list that this version has.
    public static PriceList bundled() {
        try (InputStream in = Objects.requireNonNull(PriceList.class.getResourceAsStream("prices.json"))) {
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A list in JSON: `date`, and `prices` with an object for each name, in US dollars for a million
    /// tokens: `input`, `output`, and if they differ from `input` `cacheRead` and `cacheWrite`. A `note`
    /// may stand anywhere.
    ///
    /// @throws InvalidPrices where it is none, with the place
    public static PriceList read(byte[] json) {
        return PriceReader.read(json, FILE);
    }

    /// The price of a model by the name that its channel knows it by; empty where none is known. A vendor
    /// before a slash, a date, `[1m]` and what follows an `@` make no difference; of names that only begin
    /// like it, the longest one counts.
    public Optional<Price> find(String model) {
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        List<String> candidates = ModelName.candidates(model);
        for (String name : candidates) {
            Price exact = prices.get(name);
            if (exact != null) {
                return Optional.of(exact);
            }
        }
        String name = candidates.getFirst();
        String longest = "";
        for (String pattern : prices.keySet()) {
            if (pattern.endsWith("*") && pattern.length() > longest.length() && name.startsWith(stem(pattern))) {
                longest = pattern;
            }
        }
        return Optional.ofNullable(prices.get(longest));
    }

    /// What that usage of a model cost.
    public Cost cost(String model, TokenUsage usage) {
        Optional<Price> price = find(model);
        return price.isPresent() ? price.get().of(usage) : new Cost.Unknown();
    }

    /// What the cache saved that usage, in billionths of a US dollar; nothing where no price is known.
    public long saved(String model, TokenUsage usage) {
        return find(model).map(price -> price.saved(usage)).orElse(0L);
    }

    /// This list with another one before it: what that one has a price for, this one is not asked. Its day
    /// is the older one, since amounts may rest on either.
    public PriceList with(PriceList own) {
        if (own.prices.isEmpty()) {
            return this;
        }
        Map<String, Price> both = new HashMap<>(prices);
        both.keySet().removeIf(name -> own.find(stem(name)).isPresent());
        both.putAll(own.prices);
        return new PriceList(prices.isEmpty() || own.date.isBefore(date) ? own.date : date, both);
    }

    private static String stem(String pattern) {
        return pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }
}
