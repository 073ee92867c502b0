/// The program that a user starts.
@org.jspecify.annotations.NullMarked
module dev.turnpike.app {
    requires dev.turnpike.gateway;
    requires info.picocli;
    requires tools.jackson.databind;
}
