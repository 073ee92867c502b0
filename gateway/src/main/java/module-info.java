/// The gateway between an agent and model servers, without any user interface.
@org.jspecify.annotations.NullMarked
module dev.turnpike.gateway {
    requires transitive org.jspecify;
    requires io.helidon.webserver;
    requires io.helidon.http;
    requires io.helidon.http.encoding;
    requires io.helidon.common.buffers;
    requires io.helidon.common.socket;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires aircompressor;
    requires dec;
    requires jtokkit;
    // PDFBox, and what it needs without saying so: a log, and the geometry of AWT
    requires org.apache.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox.io;
    requires org.apache.commons.logging;
    requires java.logging;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires java.desktop;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    // records that are written as JSON
    opens dev.turnpike.gateway.traffic.store to
            tools.jackson.databind;

    exports dev.turnpike.gateway;
    exports dev.turnpike.gateway.anthropic;
    exports dev.turnpike.gateway.bytes;
    exports dev.turnpike.gateway.channel;
    exports dev.turnpike.gateway.configuration;
    exports dev.turnpike.gateway.exchange;
    exports dev.turnpike.gateway.http;
    exports dev.turnpike.gateway.json;
    exports dev.turnpike.gateway.traffic;
    exports dev.turnpike.gateway.traffic.export;
    exports dev.turnpike.gateway.traffic.filter;
    exports dev.turnpike.gateway.traffic.store;
    exports dev.turnpike.gateway.translation;
    exports dev.turnpike.gateway.trial;
    exports dev.turnpike.gateway.usage;
}
