package dev.turnpike.gateway.traffic;

/// Keeps exchanges that are over. Takes them without waiting, on the thread of the [Recorder].
public interface Keeper {
    /// Keeps nothing.
    Keeper NOBODY = new Keeper() {
        @Override
        public void keep(Ended ended) {
            // that is the point
        }

        @Override
        public void clear() {
            // nothing is there
        }
    };

    void keep(Ended ended);

    /// Deletes all that is not pinned, some time soon.
    void clear();
}
