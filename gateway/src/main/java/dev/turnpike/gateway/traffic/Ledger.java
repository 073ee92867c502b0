package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.Moment;
import dev.turnpike.gateway.usage.PriceList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The exchanges that are kept, in the order in which they arrived, and in which order they changed.
final class Ledger {
    private static final int BATCH = 500;
    private static final int REMEMBERED_DROPS = 4_000;

    private final int maxExchanges;
    private final long maxBytes;
    private final Supplier<PriceList> prices;
    private final LinkedHashMap<ExchangeId, ExchangeRecord> records = new LinkedHashMap<>();
    private final TreeMap<Long, ExchangeRecord> changes = new TreeMap<>();
    private final TreeMap<Long, ExchangeId> drops = new TreeMap<>();
    private final LinkedHashSet<ExchangeRecord> holding = new LinkedHashSet<>();
    private long generation = 1;
    private long lastChange;
    private long forgottenDrop;
    private long bytes;
    private int arrivals;

    /// @param maxExchanges 0 keeps those alone that run
    /// @param prices what models cost
    Ledger(int maxExchanges, long maxBytes, Supplier<PriceList> prices) {
        this.maxExchanges = maxExchanges;
        this.maxBytes = maxBytes;
        this.prices = prices;
    }

    synchronized void add(Moment.Arrived arrived, RequestGlance glance) {
        if (records.containsKey(arrived.exchange())) {
            return;
        }
        arrivals++;
        ExchangeRecord added = new ExchangeRecord(arrivals, arrived, glance, prices);
        records.put(arrived.exchange(), added);
        holding.add(added);
        bytes += added.bytes();
        mark(added);
        while (maxExchanges > 0 && records.size() > maxExchanges) {
            drop(oldest());
        }
        letGo(added);
    }

    /// @return the exchange, where this ended it
    synchronized Optional<Ended> take(Moment moment) {
        ExchangeRecord record = records.get(moment.exchange());
        if (record == null || record.isOver()) {
            return Optional.empty();
        }
        long before = record.bytes();
        boolean summaryChanged = record.take(moment);
        bytes += record.bytes() - before;
        if (summaryChanged) {
            mark(record);
        }
        letGo(record);
        if (!record.isOver()) {
            return Optional.empty();
        }
        Ended ended = record.ended();
        if (maxExchanges == 0) {
            drop(record);
        }
        return Optional.of(ended);
    }

    /// Forgets those that are over; what runs goes on to its end.
    synchronized void clear() {
        for (ExchangeRecord record : List.copyOf(records.values())) {
            if (record.isOver()) {
                remove(record);
            }
        }
        drops.clear();
        forgottenDrop = 0;
        generation++;
    }

    synchronized List<ExchangeId> over() {
        return records.values().stream()
                .filter(ExchangeRecord::isOver)
                .map(ExchangeRecord::id)
                .toList();
    }

    synchronized void forget(ExchangeId id) {
        ExchangeRecord record = records.get(id);
        if (record != null && record.isOver()) {
            drop(record);
        }
    }

    synchronized TrafficBatch since(Cursor cursor) {
        boolean reset = cursor.generation() != generation || cursor.change() < forgottenDrop;
        if (!reset && cursor.change() == lastChange) {
            return TrafficBatch.nothing(cursor);
        }
        long from = reset ? 0 : cursor.change();
        List<ExchangeSummary> changed = new ArrayList<>();
        long reached = lastChange;
        for (Map.Entry<Long, ExchangeRecord> change :
                changes.tailMap(from, false).entrySet()) {
            changed.add(change.getValue().summary());
            if (changed.size() == BATCH && !reset) {
                reached = change.getKey();
                break;
            }
        }
        changed.sort(Comparator.comparingInt(ExchangeSummary::number));
        List<ExchangeId> dropped = reset
                ? List.of()
                : List.copyOf(drops.subMap(from, false, reached, true).values());
        return new TrafficBatch(reset, changed, dropped, new Cursor(generation, reached));
    }

    synchronized Optional<RecordedExchange> detail(ExchangeId id) {
        return Optional.ofNullable(records.get(id)).map(ExchangeRecord::detail);
    }

    synchronized OptionalLong revision(ExchangeId id) {
        ExchangeRecord record = records.get(id);
        return record == null ? OptionalLong.empty() : OptionalLong.of(record.revision());
    }

    /// Bytes of bodies that are held now.
    synchronized long heldBytes() {
        return bytes;
    }

    private void mark(ExchangeRecord record) {
        changes.remove(record.change());
        lastChange++;
        record.changedAs(lastChange);
        changes.put(lastChange, record);
        if (maxExchanges > 0) {
            // told here, so that readers, a window among them, do not decode what has come
            record.summary();
        }
    }

    private ExchangeRecord oldest() {
        return records.values().stream()
                .filter(ExchangeRecord::isOver)
                .findFirst()
                .orElseGet(() -> records.firstEntry().getValue());
    }

    private void remove(ExchangeRecord record) {
        records.remove(record.id());
        changes.remove(record.change());
        holding.remove(record);
        bytes -= record.bytes();
    }

    private void drop(ExchangeRecord record) {
        remove(record);
        lastChange++;
        drops.put(lastChange, record.id());
        if (drops.size() > REMEMBERED_DROPS) {
            forgottenDrop = drops.pollFirstEntry().getKey();
        }
    }

    /// Frees bodies until what is left fits: first of those that are over, then of the others, the newest one last.
    private void letGo(ExchangeRecord newest) {
        if (bytes > maxBytes) {
            letGo(newest, true);
        }
        if (bytes > maxBytes) {
            letGo(newest, false);
        }
        if (bytes > maxBytes) {
            release(newest);
            holding.remove(newest);
        }
    }

    private void letGo(ExchangeRecord newest, boolean onlyOver) {
        Iterator<ExchangeRecord> oldestFirst = holding.iterator();
        while (bytes > maxBytes && oldestFirst.hasNext()) {
            ExchangeRecord record = oldestFirst.next();
            if (record != newest && (record.isOver() || !onlyOver)) {
                release(record);
                oldestFirst.remove();
            }
        }
    }

    private void release(ExchangeRecord record) {
        bytes -= record.bytes();
        record.letGo();
        bytes += record.bytes();
    }
}
