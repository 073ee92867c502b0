package dev.turnpike.app.inspector;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// How long the pulses of one scene are, while it is watched; to be used on the toolkit's thread.
///
/// A pulse is seen from its first timer until its picture was handed over: timers, styles, layout, and the wait for the
/// picture before it. What the renderer does after that shows in its processor time, and in when the next pulse comes.
final class PulseLengths {
    /// What is measured of each pulse, in nanoseconds.
    enum Measure {
        /// From the beginning of a pulse to that of the next, which is what an eye would notice.
        INTERVAL,
        /// From the beginning of a pulse until its picture was handed over.
        WALL,
        /// The processor time of that, which does not grow with what else the machine does.
        PROCESSOR,
        /// The processor time that drawing took between two pulses.
        RENDERER,
        /// Both processor times.
        WHOLE
    }

    private final Scene scene;
    private final Processor processor = new Processor();
    private final Map<Measure, LongStream.Builder> lengths = new EnumMap<>(Measure.class);
    private final AnimationTimer first = new AnimationTimer() {
        @Override
        public void handle(long now) {
            begin();
        }
    };
    private final Runnable handing = this::hand;
    private int skipped;
    private long began;
    private long beganProcessor;
    private long beganRenderer;
    private long ended;

    PulseLengths(Scene scene) {
        this.scene = scene;
        for (Measure measure : Measure.values()) {
            lengths.put(measure, LongStream.builder());
        }
    }

    /// Watches from now on, but for the first pulses; what else runs each pulse has to start after this.
    void start(int pulsesToSkip) {
        skipped = pulsesToSkip + 1;
        ended = 0;
        first.start();
        scene.addPostLayoutPulseListener(handing);
    }

    void stop() {
        first.stop();
        scene.removePostLayoutPulseListener(handing);
        skipped = Integer.MAX_VALUE;
    }

    private void begin() {
        long now = System.nanoTime();
        long renderer = processor.renderer();
        if (skipped > 0) {
            skipped--;
        } else if (ended > 0) {
            add(Measure.INTERVAL, now - began);
            add(Measure.RENDERER, renderer - beganRenderer);
            add(Measure.WHOLE, ended + renderer - beganRenderer);
        }
        began = now;
        beganRenderer = renderer;
        beganProcessor = processor.own();
        ended = 0;
    }

    /// What is asked for now comes after the picture was handed over.
    private void hand() {
        Platform.runLater(this::end);
    }

    private void end() {
        if (skipped == 0) {
            ended = processor.own() - beganProcessor;
            add(Measure.WALL, System.nanoTime() - began);
            add(Measure.PROCESSOR, ended);
        }
    }

    private void add(Measure measure, long nanos) {
        Objects.requireNonNull(lengths.get(measure)).add(nanos);
    }

    /// The figures of one measure, in milliseconds.
    record Figures(int pulses, double median, double tail, double longest) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "pulses %5d  median %8.3f  p99 %8.3f  longest %8.3f ms",
                    pulses,
                    median,
                    tail,
                    longest);
        }

        /// How many times each figure is that of the other.
        String times(Figures other) {
            return String.format(
                    Locale.ROOT,
                    "times         median %8.2f  p99 %8.2f  longest %8.2f",
                    median / other.median,
                    tail / other.tail,
                    longest / other.longest);
        }
    }

    Map<Measure, Figures> figures() {
        Map<Measure, Figures> figures = new EnumMap<>(Measure.class);
        lengths.forEach((measure, nanos) -> {
            long[] sorted = nanos.build().sorted().toArray();
            figures.put(measure, new Figures(sorted.length, share(sorted, 0.5), share(sorted, 0.99), share(sorted, 1)));
        });
        return figures;
    }

    private static double share(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /// Processor times of threads. Tests are compiled as a part of the application, which does not know
    /// `java.management`; that is why it is looked up.
    private static final class Processor {
        private final Object threads;
        private final Method time;
        private final long renderer;

        Processor() {
            try {
                threads = Class.forName("java.lang.management.ManagementFactory")
                        .getMethod("getThreadMXBean")
                        .invoke(null);
                Class<?> type = Class.forName("java.lang.management.ThreadMXBean");
                time = type.getMethod("getThreadCpuTime", long.class);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            Thread[] all = new Thread[Thread.activeCount() * 2 + 64];
            ThreadGroup top = Thread.currentThread().getThreadGroup();
            while (top.getParent() != null) {
                top = top.getParent();
            }
            int count = top.enumerate(all, true);
            renderer = Arrays.stream(all, 0, count)
                    .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                    .mapToLong(Thread::threadId)
                    .findFirst()
                    .orElseThrow();
        }

        long own() {
            return of(Thread.currentThread().threadId());
        }

        long renderer() {
            return of(renderer);
        }

        private long of(long thread) {
            try {
                return (long) time.invoke(threads, thread);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
