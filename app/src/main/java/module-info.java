/// The program that a user starts.
@org.jspecify.annotations.NullMarked
module dev.turnpike.app {
    requires atlantafx.base;
    requires com.dlsc.formsfx;
    requires dev.turnpike.gateway;
    requires info.picocli;
    requires java.logging;
    requires java.desktop;
    requires javafx.controls;
    requires jdk.unsupported;
    requires tools.jackson.databind;

    opens dev.turnpike.app.cli to
            info.picocli;
}
