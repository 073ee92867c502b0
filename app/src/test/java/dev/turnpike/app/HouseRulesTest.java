package dev.turnpike.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.stream.Stream;

/// Who may know whom in the program, with the reason.
@AnalyzeClasses(packages = "dev.turnpike.app", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String[] WITHOUT_WINDOWS = {
        "dev.turnpike.app.cli..",
        "dev.turnpike.app.run..",
        "dev.turnpike.app.agent..",
        "dev.turnpike.app.platform..",
        "dev.turnpike.app.instance..",
        "dev.turnpike.app.preferences.."
    };

    @ArchTest
    static final ArchRule commandsKnowNoWindows = noClasses()
            .that()
            .resideInAnyPackage(WITHOUT_WINDOWS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("a command runs on servers, over ssh and in containers, and starts without loading a toolkit");

    @ArchTest
    static final ArchRule onlyCommandsWriteToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.app.cli..")
            .should(ArchConditions.accessField(System.class, "out"))
            .orShould(ArchConditions.accessField(System.class, "err"))
            .because("a terminal belongs to the command that the user typed; everything else is given a writer");

    @ArchTest
    static final ArchRule hasNoCycles = slices().matching("dev.turnpike.app.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that cannot be understood without the next one is not a room");

    @ArchTest
    static final ArchRule startsNoBareThread = noClasses()
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, String.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .because("work that nobody waits for and nobody names is work that nobody ends");

    @ArchTest
    static final ArchRule platformKnowsNobody =
            knows("platform", List.of(), List.of(), "what the operating system gives has no opinion about gateways");

    @ArchTest
    static final ArchRule agentKnowsFilesAlone = knows(
            "agent",
            List.of("platform"),
            List.of("json", "http"),
            "what an agent's files say is a matter of those files, with or without us");

    @ArchTest
    static final ArchRule runKnowsTheSystem = knows(
            "run",
            List.of("platform"),
            List.of("http"),
            "who needs a gateway is decided between processes: that it is ours matters, what it serves does not");

    @ArchTest
    static final ArchRule instanceKnowsTheSystem = knows(
            "instance",
            List.of("platform"),
            List.of(),
            "what one process may ask of another is a short list, and grows by nobody's accident");

    @ArchTest
    static final ArchRule preferencesKnowTheSystem = knows(
            "preferences",
            List.of("platform"),
            List.of("json"),
            "what a user prefers is read before anything else is there");

    @ArchTest
    static final ArchRule onlyTheTrayKnowsAwt = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.app.tray..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..")
            .because("a second toolkit beside JavaFX is started late, on its own thread, and for the icon alone");

    @ArchTest
    static final ArchRule panelsKnowMoments = knows(
            "cli.panel",
            List.of(),
            List.of("anthropic", "exchange", "translation"),
            "a picture of an exchange is drawn from what was announced of it");

    @ArchTest
    static final ArchRule nobodyKnowsTheCommands = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.app.*..")
            .and()
            .resideOutsideOfPackage("dev.turnpike.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.turnpike.app.cli..")
            .because("commands are one way to use the program; the desktop is another");

    private static ArchRule knows(String room, List<String> rooms, List<String> gateway, String because) {
        String[] allowed = Stream.concat(
                        Stream.concat(Stream.of(room), rooms.stream()).map(name -> "dev.turnpike.app." + name + ".."),
                        gateway.stream().map(name -> "dev.turnpike.gateway." + name + ".."))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.turnpike.app." + room + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.turnpike..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
                .because(because);
    }
}
