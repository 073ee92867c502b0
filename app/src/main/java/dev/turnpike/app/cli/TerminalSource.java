package dev.turnpike.app.cli;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;

/// The terminal in which the doctor is asked: a Claude Code that is started there has what was exported by hand, or by
/// files that are others by now.
record TerminalSource(Surroundings around) implements Source {
    @Override
    public Report look(Inquiry inquiry) {
        Place place = Place.of(PlaceKind.TERMINAL, "");
        List<Setting> settings = KnownVariable.all().stream()
                .filter(known -> known.group() != KnownVariable.Group.SETTING)
                .filter(known -> around.environment().containsKey(known.name()))
                .map(known -> Setting.of(known.name(), around.variable(known.name()), place))
                .toList();
        String name = Text.of("doctor.place.terminal");
        return new Report(List.of(new Checked(place.kind(), name, Optional.empty(), true, 0, "")), settings, List.of());
    }
}
