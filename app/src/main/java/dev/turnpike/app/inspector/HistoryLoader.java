package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.StoredExchange;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Brings what the store holds into the list: the newest exchanges first, earlier ones when somebody scrolls to them,
/// and what has ended since. Has no timer of its own.
final class HistoryLoader {
    private static final int PAGE = 500;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long TRY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final StoredTraffic stored;
    private final WorkRunner work;
    private final ExchangeListModel list;
    private final Consumer<Runnable> changing;
    private final ReadOnlyBooleanWrapper opened = new ReadOnlyBooleanWrapper(this, "opened");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    // an answer that was asked for before the last opening is none
    private int opening;
    private boolean reading;
    private boolean looking;
    private boolean paging;
    private long looked = System.nanoTime();
    private long last;

    /// @param changing runs what changes the list
    HistoryLoader(StoredTraffic stored, WorkRunner work, ExchangeListModel list, Consumer<Runnable> changing) {
        this.stored = stored;
        this.work = work;
        this.list = list;
        this.changing = changing;
    }

    /// The list shows what the store holds.
    ReadOnlyBooleanProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /// The first answer has not come yet.
    boolean isOpening() {
        return reading;
    }

    /// Why what was recorded cannot be shown, a sentence; empty where nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Reads the newest exchanges that pass the filter of now, in the place of all that was read before.
    void open() {
        opening++;
        if (!stored.mayHold()) {
            opened(opening, StoredTraffic.Opening.EMPTY);
        } else if (!reading) {
            read();
        }
    }

    /// One at a time: what was asked for meanwhile is read when this one is done.
    private void read() {
        reading = true;
        int mine = opening;
        TrafficFilter filter = list.filterProperty().get().wanted();
        List<ExchangeId> unstored = list.unstored();
        work.run(
                () -> stored.open(filter, PAGE, unstored),
                found -> {
                    reading = false;
                    opened(mine, found);
                },
                problem -> {
                    reading = false;
                    notOpened(mine, problem);
                });
    }

    private void opened(int asked, StoredTraffic.Opening found) {
        if (asked != opening) {
            read();
            return;
        }
        trouble.set("");
        show(found);
    }

    private void notOpened(int asked, Exception problem) {
        if (asked != opening) {
            read();
            return;
        }
        looking = false;
        paging = false;
        say(problem);
        if (!opened.get()) {
            show(StoredTraffic.Opening.EMPTY);
        }
    }

    private void show(StoredTraffic.Opening found) {
        looking = false;
        paging = false;
        last = found.last();
        changing.accept(() -> list.open(found));
        opened.set(true);
    }

    /// What was read stays; it is tried again.
    private void failed(int asked, Exception problem) {
        if (asked == opening) {
            looking = false;
            paging = false;
            say(problem);
        }
    }

    private void say(Exception problem) {
        looked = System.nanoTime();
        trouble.set(Text.of("traffic.store.trouble", String.valueOf(problem.getMessage())));
    }

    /// Reads earlier exchanges, if there are any and nobody does already.
    void earlier() {
        Optional<StoredExchange> from = list.earliest();
        if (paging || !opened.get() || from.isEmpty() || !list.moreProperty().get()) {
            return;
        }
        paging = true;
        int mine = opening;
        TrafficFilter filter = list.filterProperty().get().wanted();
        work.run(
                () -> stored.before(from.get(), filter, PAGE),
                found -> earlier(mine, found),
                problem -> failed(mine, problem));
    }

    private void earlier(int asked, List<StoredExchange> found) {
        if (asked == opening) {
            changing.accept(() -> list.earlier(found, found.size() == PAGE));
            paging = false;
        }
    }

    /// Reads what has ended, if it is time to.
    void look() {
        boolean broken = !trouble.get().isEmpty();
        long now = System.nanoTime();
        boolean early = now - looked < (broken ? TRY_AGAIN_NANOS : LOOK_NANOS);
        if (looking || reading || !opened.get() || early || !stored.mayHold()) {
            return;
        }
        looked = now;
        if (broken) {
            open();
        } else {
            lookNow();
        }
    }

    /// Reads what has ended.
    void lookNow() {
        looking = true;
        int mine = opening;
        long from = last;
        TrafficFilter filter = list.filterProperty().get().wanted();
        work.run(() -> stored.since(from, filter), news -> came(mine, news), problem -> failed(mine, problem));
    }

    private void came(int asked, StoredTraffic.News news) {
        if (asked != opening) {
            // nobody took this, so it is news again
            stored.lookAgain();
        } else {
            looking = false;
            if (!news.lines().isEmpty()) {
                last = news.lines().getLast().seq();
                changing.accept(() -> list.ended(news));
            }
        }
    }
}
