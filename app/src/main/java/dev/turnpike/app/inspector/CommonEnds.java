package dev.turnpike.app.inspector;

/// How many elements two sequences share at their beginning and, of the rest, at their end.
record CommonEnds(int head, int tail) {
    /// Whether two elements are equal.
    interface Equal {
        boolean at(int before, int after);
    }

    static CommonEnds of(int before, int after, Equal equal) {
        int shorter = Math.min(before, after);
        int head = 0;
        while (head < shorter && equal.at(head, head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && equal.at(before - 1 - tail, after - 1 - tail)) {
            tail++;
        }
        return new CommonEnds(head, tail);
    }
}
