import java.util.List;

/// What is asked, and by how many at a time.
///
/// @param title how it is called in the tables
/// @param callers how many wait for an answer at the same time; each asks again when it has it
/// @param kilobytes how large a request is, about; 0 is as small as can be
/// @param order what comes back
record Scenario(String name, String title, int callers, int kilobytes, Order order) {
    /// In the order in which they are measured: what makes a program take much memory comes last.
    static final List<Scenario> ALL = List.of(
            new Scenario("small-1", "small request, 1 at a time", 1, 0, Order.WHOLE),
            new Scenario("small-16", "small request, 16 at a time", 16, 0, Order.WHOLE),
            new Scenario("code", "140 kB request", 1, 140, Order.WHOLE),
            new Scenario("stream-1", "1 stream, a delta every 10 ms", 1, 0, new Order(20, 10_000, 1)),
            new Scenario("stream-32", "32 streams, every 20 ms", 32, 0, new Order(40, 20_000, 1)),
            new Scenario("stream-200", "200 streams, every 20 ms", 200, 0, new Order(40, 20_000, 1)),
            new Scenario("stream-1000", "1000 streams, every 100 ms", 1000, 0, new Order(20, 100_000, 1)),
            new Scenario("burst-32", "2000 deltas at once, 32 in a write", 1, 0, new Order(2000, 0, 32)),
            new Scenario("burst-1", "2000 deltas at once, 1 in a write", 1, 0, new Order(2000, 0, 1)),
            new Scenario("images", "10 MB request", 1, 10_000, Order.WHOLE));

    boolean isHuge() {
        return kilobytes > 1_000;
    }

    boolean isStream() {
        return order.deltas() > 0;
    }
}
