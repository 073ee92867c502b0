package dev.turnpike.app.cli.panel;

import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.exchange.ExchangeListener;
import dev.turnpike.gateway.exchange.Moment;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes each exchange as panels: what was asked, what the upstream got, what was answered.
public final class Panels implements ExchangeListener {
    /// More than ever run at once; an exchange whose end never comes is forgotten.
    private static final int KEPT = 1_000;

    private final PrintWriter out;
    private final PanelDrawing drawing;
    private final int maxChars;
    private final ZoneId zone;
    private final Map<ExchangeId, ExchangeStory> stories = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExchangeId, ExchangeStory> eldest) {
            return size() > KEPT;
        }
    };

    /// @param maxChars of a payload
    public Panels(PrintWriter out, boolean colour, int maxChars) {
        this(out, colour, maxChars, ZoneId.systemDefault());
    }

    Panels(PrintWriter out, boolean colour, int maxChars, ZoneId zone) {
        this.out = out;
        this.drawing = new PanelDrawing(new Ink(colour));
        this.maxChars = Math.max(0, maxChars);
        this.zone = zone;
    }

    @Override
    public synchronized void on(Moment moment) {
        if (moment instanceof Moment.Arrived arrived) {
            stories.put(arrived.exchange(), new ExchangeStory(arrived, maxChars, zone));
        }
        ExchangeStory story = stories.get(moment.exchange());
        if (story == null) {
            return;
        }
        story.on(moment).stream().map(drawing::draw).forEach(this::write);
        if (ExchangeStory.isLast(moment)) {
            stories.remove(moment.exchange());
        }
    }

    /// A panel is written at once, so that those of two exchanges never mix.
    private void write(String panel) {
        out.print(panel);
        out.flush();
    }
}
