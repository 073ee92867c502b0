package dev.turnpike.app.agent.doctor;

import dev.turnpike.gateway.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An examination as JSON, for other programs; fields may be added, never renamed. No secret is in it.
public final class ExaminationJson {
    private static final int VERSION = 1;

    private ExaminationJson() {}

    /// The whole examination, on one line.
    public static String of(Examination examination) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object()
                    .field("version", VERSION)
                    .field("agent", "claude-code")
                    .name("project");
            examination.project().ifPresentOrElse(p -> json.string(p.toString()), json::nothing);
            json.field("at", examination.at().toString());
            findings(json, "findings", examination.findings());
            findings(json, "accepted", examination.accepted());
            json.name("ladder").array();
            examination.ladder().rungs().forEach(rung -> rung(json, rung));
            json.endArray().field("shell", examination.ladder().shell());
            json.name("checked").array();
            examination.checked().forEach(checked -> checked(json, checked));
            json.endArray().endObject();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void findings(JsonWriter json, String name, List<Finding> findings) {
        json.name(name).array();
        for (Finding finding : findings) {
            json.object()
                    .field("id", finding.id())
                    .field("severity", finding.severity().id());
            finding.variable().ifPresent(variable -> json.field("variable", variable));
            place(json, "where", finding.where());
            finding.via().ifPresent(via -> place(json, "via", via));
            json.field("title", finding.title()).field("message", finding.message());
            json.name("remedies").array();
            finding.remedies().stream().map(Remedy::id).distinct().forEach(json::string);
            json.endArray().name("commands").array();
            for (Remedy remedy : finding.remedies()) {
                if (remedy instanceof Remedy.Paste(String command)) {
                    json.string(command);
                }
            }
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static void place(JsonWriter json, String name, Place place) {
        json.name(name).object().field("kind", place.kind().id()).field("name", place.name());
        fileAndLine(json, place);
        json.endObject();
    }

    private static void fileAndLine(JsonWriter json, Place place) {
        place.file().ifPresent(file -> json.field("file", file.toString()));
        place.line().ifPresent(line -> json.field("line", line));
    }

    private static void rung(JsonWriter json, Rung rung) {
        json.object().field("variable", rung.variable()).name("winner");
        rung.winner()
                .ifPresentOrElse(winner -> json.string(winner.place().kind().id()), json::nothing);
        json.field("standing", rung.standing().id()).name("values").array();
        for (Setting setting : rung.values()) {
            json.object()
                    .field("scope", setting.place().kind().id())
                    .field("name", setting.place().name())
                    .field("masked", setting.value().shown());
            fileAndLine(json, setting.place());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void checked(JsonWriter json, Checked checked) {
        json.object()
                .field("kind", checked.kind().id())
                .field("name", checked.name())
                .field("ok", checked.ok())
                .field("millis", checked.millis());
        checked.file().ifPresent(file -> json.field("file", file.toString()));
        if (!checked.note().isEmpty()) {
            json.field("note", checked.note());
        }
        json.endObject();
    }
}
