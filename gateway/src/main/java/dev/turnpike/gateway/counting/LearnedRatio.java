package dev.turnpike.gateway.counting;

import java.util.List;

/// How many tokens an upstream's vocabulary makes of one of the tokenizer's: one ratio for words, one for JSON, each
/// between a quarter and four.
///
/// The two that explain best what was reported, lessons of about the size in question before others; where the lessons
/// do not tell words from JSON, one ratio for both.
record LearnedRatio(double words, double json) {
    static final double LEAST = 0.25;
    static final double MOST = 4;
    private static final LearnedRatio NONE = new LearnedRatio(1, 1);

    /// How much belief in one ratio for both is worth, in lessons.
    private static final double ONE_FOR_BOTH = 0.01;

    /// What is learned for a request of that many tokens, by the tokenizer's count.
    static LearnedRatio of(List<Lesson.Measured> lessons, long about) {
        if (lessons.isEmpty()) {
            return NONE;
        }
        double weights = 0;
        double logs = 0;
        for (Lesson.Measured lesson : lessons) {
            double weight = weight(lesson, about);
            weights += weight;
            logs += weight * Math.log(bounded((double) lesson.reported() / all(lesson)));
        }
        return fit(lessons, about, weights * ONE_FOR_BOTH, Math.exp(logs / weights));
    }

    /// The least squares of what is missed of each reported count, and of what differs from `both`.
    private static LearnedRatio fit(List<Lesson.Measured> lessons, long about, double belief, double both) {
        double ww = belief;
        double jj = belief;
        double wj = 0;
        double w = belief * both;
        double j = belief * both;
        for (Lesson.Measured lesson : lessons) {
            double weight = weight(lesson, about);
            double words = (double) lesson.words() / lesson.reported();
            double json = (double) lesson.json() / lesson.reported();
            ww += weight * words * words;
            wj += weight * words * json;
            jj += weight * json * json;
            w += weight * words;
            j += weight * json;
        }
        double json = (ww * j - wj * w) / (ww * jj - wj * wj);
        // one that is at its bound leaves more, or less, to be explained by the other
        double words = bounded((w - wj * bounded(json)) / ww);
        return new LearnedRatio(words, bounded((j - wj * words) / jj));
    }

    private static double weight(Lesson.Measured lesson, long about) {
        return 1 / (1 + Math.abs(Math.log((double) Math.max(1, about) / all(lesson))));
    }

    private static long all(Lesson.Measured lesson) {
        return Math.max(1, lesson.words() + lesson.json());
    }

    private static double bounded(double ratio) {
        return Math.clamp(ratio, LEAST, MOST);
    }
}
