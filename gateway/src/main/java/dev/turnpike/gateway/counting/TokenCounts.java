package dev.turnpike.gateway.counting;

import dev.turnpike.gateway.anthropic.MessagesRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Counts and estimates the tokens of requests, and learns from what upstreams report how far off that is.
///
/// Estimates and what they learn from cost next to nothing; counts take long and belong on a thread for such work.
public final class TokenCounts {
    /// Models that are remembered, and requests of each: some 250 kB a model.
    private static final int MOST_SERVED = 32;

    private static final int MOST_LESSONS = 12;

    /// Once there are enough lessons, there is another one no sooner than this: each costs as much as a translation.
    private static final long PAUSE_NANOS = 10_000_000_000L;

    /// More characters than any model reads: they are not worth a second for each megabyte and a half.
    private static final int MOST_WHOLE = 4 << 20;

    private static final int SLICES = 1024;
    private static final int CHARACTERS = 1024;

    private final Tokenizer tokenizer;
    private final Map<Served, History> histories = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Served, History> eldest) {
            return size() > MOST_SERVED;
        }
    };

    /// What is known of one model of one channel.
    private static final class History {
        private final ByteRatio bytes = new ByteRatio();
        private final Deque<Lesson> lessons = new ArrayDeque<>();
        private int heard;
        private long heardAt;
    }

    /// @param clock nanoseconds, as `System.nanoTime` counts them
    public TokenCounts(LongSupplier clock) {
        this(new Tokenizer(clock));
    }

    TokenCounts(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// About how many tokens a request has that is known by its length alone.
    ///
    /// @param bytes of its body, without those of large images and documents
    /// @param media how many of these there are
    public long estimate(Served served, long bytes, int media) {
        long figures = (long) media * MediaFigure.IMAGE;
        synchronized (histories) {
            History history = histories.get(served);
            return figures + (history == null ? TokenEstimate.ofBytes(bytes) : history.bytes.tokens(bytes));
        }
    }

    /// An upstream reported the prompt tokens of a request without images and documents.
    ///
    /// @param bytes of its body as it was sent
    public void reported(Served served, long bytes, long tokens) {
        synchronized (histories) {
            history(served).bytes.learn(bytes, tokens);
        }
    }

    /// Whether [#learn] is worth its price for the request that was just served: always at first, then now and then.
    public boolean isCurious(Served served) {
        synchronized (histories) {
            History history = history(served);
            long now = tokenizer.now();
            boolean curious = history.heard < MOST_LESSONS || now - history.heardAt >= PAUSE_NANOS;
            if (curious) {
                history.heard++;
                history.heardAt = now;
            }
            return curious;
        }
    }

    /// Keeps a little of a request whose prompt tokens an upstream reported. One with images or documents teaches
    /// nothing.
    public void learn(Served served, MessagesRequest request, long tokens) {
        Prompt prompt = PromptReader.read(request);
        if (prompt.hasMedia() || tokens <= 0) {
            return;
        }
        Lesson lesson = Lesson.Heard.of(prompt, tokens);
        synchronized (histories) {
            Deque<Lesson> lessons = history(served).lessons;
            if (lessons.size() == MOST_LESSONS) {
                lessons.removeFirst();
            }
            lessons.addLast(lesson);
        }
    }

    /// How many tokens a request has, 1 at least. Loads the tokenizer where it is not there.
    public long count(Served served, MessagesRequest request) {
        Prompt prompt = PromptReader.read(request);
        long words = prompt.frames() + sum(prompt.words());
        long json = sum(prompt.json());
        LearnedRatio ratio = LearnedRatio.of(measured(served), words + json);
        return Math.max(1, Math.round(words * ratio.words() + json * ratio.json()) + prompt.media());
    }

    private long sum(List<String> texts) {
        if (Slices.length(texts) > MOST_WHOLE) {
            return Slices.of(texts, SLICES, CHARACTERS).tokens(tokenizer);
        }
        long tokens = 0;
        for (String text : texts) {
            tokens += tokenizer.count(text);
        }
        return tokens;
    }

    private List<Lesson.Measured> measured(Served served) {
        List<Lesson> lessons;
        synchronized (histories) {
            History history = histories.get(served);
            lessons = history == null ? List.of() : List.copyOf(history.lessons);
        }
        List<Lesson.Measured> measured = new ArrayList<>(lessons.size());
        for (Lesson lesson : lessons) {
            measured.add(
                    switch (lesson) {
                        case Lesson.Heard heard -> remembered(served, heard);
                        case Lesson.Measured known -> known;
                    });
        }
        return measured;
    }

    /// Counts a lesson once, and then no longer needs its text.
    private Lesson.Measured remembered(Served served, Lesson.Heard heard) {
        Lesson.Measured known = heard.measured(tokenizer);
        synchronized (histories) {
            Deque<Lesson> lessons = history(served).lessons;
            List<Lesson> all = new ArrayList<>(lessons);
            all.replaceAll(lesson -> lesson.equals(heard) ? known : lesson);
            lessons.clear();
            lessons.addAll(all);
        }
        return known;
    }

    private History history(Served served) {
        return histories.computeIfAbsent(served, _ -> new History());
    }

    /// Nanoseconds until [#drop] is due, `Long.MAX_VALUE` where there is nothing to drop.
    public long untilIdle() {
        return tokenizer.untilIdle();
    }

    /// Lets the tokenizer's memory go. What was learned stays.
    public void drop() {
        tokenizer.drop();
    }
}
