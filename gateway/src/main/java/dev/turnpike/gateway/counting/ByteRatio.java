package dev.turnpike.gateway.counting;

/// How many tokens a byte of a request is, learned from the last sixteen that were counted by the upstream; those of
/// about the same size say most. Not thread-safe.
final class ByteRatio {
    private static final int KEPT = 16;

    /// So near, in the logarithm of the size, is as good as equal.
    private static final double NEAR = 0.1;

    private final double[] sizes = new double[KEPT];
    private final double[] ratios = new double[KEPT];
    private int learned;

    void learn(long bytes, long tokens) {
        double ratio = (double) tokens * TokenEstimate.BYTES_A_TOKEN / Math.max(1, bytes);
        int at = learned++ % KEPT;
        sizes[at] = size(bytes);
        ratios[at] = Math.log(Math.clamp(ratio, LearnedRatio.LEAST, LearnedRatio.MOST));
    }

    long tokens(long bytes) {
        double size = size(bytes);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < Math.min(learned, KEPT); i++) {
            double weight = 1 / (NEAR + Math.abs(size - sizes[i]));
            sum += weight * ratios[i];
            weights += weight;
        }
        double ratio = weights == 0 ? 1 : Math.exp(sum / weights);
        return Math.max(1, (long) (bytes * ratio / TokenEstimate.BYTES_A_TOKEN));
    }

    private static double size(long bytes) {
        return Math.log((double) Math.max(1, bytes));
    }
}
