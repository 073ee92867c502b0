package dev.turnpike.app.agents;

/// How far one step of the proof is.
///
/// @param outcome what came of it, in two or three words
/// @param failure what is wrong and what to do, a sentence; empty where nothing is
record VerifyStep(Progress progress, String outcome, String failure) {
    /// How far it is.
    enum Progress {
        WAITING,
        RUNNING,
        OK,
        FAILED
    }

    static VerifyStep waiting() {
        return new VerifyStep(Progress.WAITING, "", "");
    }

    static VerifyStep running(String outcome) {
        return new VerifyStep(Progress.RUNNING, outcome, "");
    }

    static VerifyStep ok(String outcome) {
        return new VerifyStep(Progress.OK, outcome, "");
    }

    static VerifyStep failed(String outcome, String failure) {
        return new VerifyStep(Progress.FAILED, outcome, failure);
    }
}
