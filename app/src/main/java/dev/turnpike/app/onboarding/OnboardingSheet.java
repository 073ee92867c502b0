package dev.turnpike.app.onboarding;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.shell.Command;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.RoomName;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.text.Text;

/// The sheet of the first start: a route, models, Claude Code's settings, and the first request.
public final class OnboardingSheet {
    private final OnboardingParts parts;
    private final Sheets sheets;
    private final Commands commands;

    /// @param commands opens the room of traffic
    public OnboardingSheet(OnboardingParts parts, Sheets sheets, Commands commands) {
        this.parts = parts;
        this.sheets = sheets;
        this.commands = commands;
    }

    /// Opens the sheet from anywhere.
    public Command command() {
        return Command.of("app.onboarding", Text.of("onboarding.command"), this::start)
                .drawn("star");
    }

    /// Shows the sheet from its first step.
    public void start() {
        OnboardingModel model = new OnboardingModel(parts, FxThread::run);
        OnboardingView view = new OnboardingView(model, sheets::close, this::openTraffic);
        model.open();
        sheets.show(view, () -> {
            model.close();
            // another sheet that takes its place is no answer of the user's
            if (!sheets.isOpen()) {
                model.dismiss();
            }
        });
    }

    private void openTraffic() {
        sheets.close();
        commands.run(RoomName.TRAFFIC.command());
    }
}
