package dev.turnpike.app.agent.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The variables in a settings file of JetBrains' editors: elements with a name and a value.
///
/// @param trouble why not all of it could be read; empty where it could
record EditorXml(List<Assignment> found, String trouble) {
    /// Reads a text.
    ///
    /// @param ofProject whether it holds many components, of which those of terminals and Claude Code count
    static EditorXml of(String text, boolean ofProject) {
        List<Assignment> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            boolean counts = !ofProject;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    if (reader.getLocalName().equals("component") && ofProject) {
                        counts = matters(attribute(reader, "name").orElse(""));
                    } else if (counts) {
                        variable(reader).ifPresent(found::add);
                    }
                }
            }
            return new EditorXml(found, "");
        } catch (XMLStreamException e) {
            return new EditorXml(
                    found, "is not valid XML, line " + e.getLocation().getLineNumber());
        }
    }

    /// A settings file must not make us read another one, or the network.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static boolean matters(String component) {
        String name = component.toLowerCase(Locale.ROOT);
        return name.contains("terminal") || name.contains("claude");
    }

    private static Optional<Assignment> variable(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        return attribute(reader, "name")
                .or(() -> attribute(reader, "key"))
                .flatMap(name -> attribute(reader, "value").map(value -> new Assignment(name, value, line)));
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }
}
