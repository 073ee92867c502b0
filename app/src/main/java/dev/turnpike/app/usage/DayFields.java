package dev.turnpike.app.usage;

import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.util.converter.LocalDateStringConverter;

/// The first and the last day of a range that the user chooses.
final class DayFields extends HBox {
    private static final double WIDTH = 128;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final DatePicker first = field("usage.custom.first");
    private final DatePicker last = field("usage.custom.last");

    DayFields(ObjectProperty<Days> days) {
        getStyleClass().add("usage-days");
        getChildren().addAll(first, Words.fixed(Text.of("usage.custom.to"), "muted"), last);
        days.subscribe(now -> {
            first.setValue(now.first());
            last.setValue(now.last());
        });
        first.setOnAction(_ -> chosen(days, first));
        last.setOnAction(_ -> chosen(days, last));
    }

    private static DatePicker field(String name) {
        DatePicker field = new DatePicker();
        field.setPrefWidth(WIDTH);
        field.setEditable(true);
        field.setAccessibleText(Text.of(name));
        // as everywhere here, whatever the system speaks
        field.setConverter(new LocalDateStringConverter(DAY, DAY));
        return field;
    }

    /// A range that would end before it begins becomes the one day that was just chosen.
    private void chosen(ObjectProperty<Days> days, DatePicker changed) {
        LocalDate from = first.getValue();
        LocalDate to = last.getValue();
        LocalDate day = changed.getValue();
        if (from == null || to == null || day == null) {
            Days now = days.get();
            first.setValue(now.first());
            last.setValue(now.last());
        } else {
            days.set(to.isBefore(from) ? new Days(day, day) : new Days(from, to));
        }
    }
}
