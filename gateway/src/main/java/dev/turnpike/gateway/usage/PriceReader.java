package dev.turnpike.gateway.usage;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a price list, and says where it is wrong.
final class PriceReader {
    /// A dollar for a million tokens is so many billionths of one for a token.
    private static final BigDecimal NANODOLLARS = BigDecimal.valueOf(1_000);

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);
    private static final int LONGEST_NUMBER = 20;

    private final byte[] json;
    private final String file;

    private PriceReader(byte[] json, String file) {
        this.json = json;
        this.file = file;
    }

    static PriceList read(byte[] json, String file) {
        PriceReader reader = new PriceReader(json, file);
        try (JsonCursor in = JsonCursor.over(json)) {
            PriceList list = reader.list(in);
            in.end();
            return list;
        } catch (InvalidJson e) {
            String place = e.line() == 0 ? "" : "line " + e.line() + ", column " + e.column() + ": ";
            throw new InvalidPrices(file + ": " + place + "this is not JSON: " + e.what());
        }
    }

    private PriceList list(JsonCursor in) {
        int start = in.start();
        LocalDate date = null;
        Map<String, Price> prices = null;
        if (!in.enterObject()) {
            throw invalid(start, "expected an object with \"date\" and \"prices\"");
        }
        while (in.field()) {
            switch (in.name()) {
                case "date" -> date = date(in);
                case "prices" -> prices = prices(in);
                case "note" -> in.skip();
                default -> throw invalid(in.start(), "\"" + in.name() + "\" is not known here");
            }
        }
        if (date == null || prices == null) {
            throw invalid(start, "\"" + (date == null ? "date" : "prices") + "\" is missing");
        }
        return new PriceList(date, prices);
    }

    private LocalDate date(JsonCursor in) {
        int start = in.start();
        try {
            return LocalDate.parse(in.string());
        } catch (DateTimeException _) {
            throw invalid(start, "expected a day such as \"2025-12-01\"");
        }
    }

    private Map<String, Price> prices(JsonCursor in) {
        int start = in.start();
        Map<String, Price> prices = new LinkedHashMap<>();
        if (!in.enterObject()) {
            throw invalid(start, "expected an object with the names of models");
        }
        while (in.field()) {
            String name = in.name();
            int place = in.start();
            if (name.isBlank() || prices.put(ModelName.plain(name), price(name, in)) != null) {
                throw invalid(place, "\"" + name + "\" stands there twice, or is no name");
            }
        }
        return prices;
    }

    private Price price(String name, JsonCursor in) {
        int start = in.start();
        Long input = null;
        Long output = null;
        Long cacheRead = null;
        Long cacheWrite = null;
        if (!in.enterObject()) {
            throw invalid(start, "expected \"input\" and \"output\" of " + name);
        }
        while (in.field()) {
            switch (in.name()) {
                case "input" -> input = amount(in);
                case "output" -> output = amount(in);
                case "cacheRead" -> cacheRead = amount(in);
                case "cacheWrite" -> cacheWrite = amount(in);
                case "note" -> in.skip();
                default -> throw invalid(in.start(), "\"" + in.name() + "\" is not known in a price");
            }
        }
        if (input == null || output == null) {
            throw invalid(start, "\"" + (input == null ? "input" : "output") + "\" of " + name + " is missing");
        }
        return new Price(input, output, otherwise(cacheRead, input), otherwise(cacheWrite, input));
    }

    private static long otherwise(@Nullable Long amount, long input) {
        return amount == null ? input : amount;
    }

    /// Dollars for a million tokens; a thousandth of one is the least that is told apart.
    private long amount(JsonCursor in) {
        int start = in.start();
        if (in.isNumber()) {
            String number = in.raw().text();
            if (number.length() <= LONGEST_NUMBER && number.matches("[0-9]+(\\.[0-9]+)?")) {
                BigDecimal dollars = new BigDecimal(number);
                if (dollars.compareTo(HIGHEST) <= 0) {
                    return dollars.multiply(NANODOLLARS)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
                }
            }
        }
        throw invalid(start, "expected dollars for a million tokens, such as 0.25");
    }

    private InvalidPrices invalid(int offset, String what) {
        int line = 1;
        int begin = 0;
        for (int i = 0; i < offset; i++) {
            if (json[i] == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return new InvalidPrices(file + ": line " + line + ", column " + (offset - begin + 1) + ": " + what);
    }
}
