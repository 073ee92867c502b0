package dev.turnpike.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.dependencies.Slice;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;

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

    private static final List<String> ROOMS =
            List.of("inspector", "channels", "agents", "usage", "settings", "onboarding");

    @ArchTest
    static final ArchRule oneClassCrossesToTheFxThread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.turnpike.app.fx.FxThread")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("with one crossing there is one place to count, to check and to mend");

    @ArchTest
    static final ArchRule onlyTheTrayIsDrawnByAwt = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.app.tray..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
            .because("two toolkits in one window fight over threads, fonts and scaling");

    @ArchTest
    static final ArchRule noBrowserAndNoMarkup = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene.web..", "javafx.fxml..")
            .because("a browser doubles the installer, and markup is read by reflection, which no compiler checks");

    @ArchTest
    static final ArchRule modelsHaveNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..")
            .because("what a room knows is tested without a window");

    @ArchTest
    static final ArchRule roomsDoNotKnowEachOther = slices().matching("dev.turnpike.app.(*)..")
            .that(DescribedPredicate.describe("are rooms", (Slice slice) -> ROOMS.contains(slice.getNamePart(1))))
            .should()
            .notDependOnEachOther()
            .because("a room opens another one by a command, so that each can be understood alone");

    @ArchTest
    static final ArchRule nobodyKnowsTheWiring = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.app.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.turnpike.app")
            .because("parts are given what they need; who puts them together is not their affair");

    @ArchTest
    static final ArchRule onlyTheWiringKnowsWhatARoomIsGiven = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.app.*..")
            .and()
            .resideOutsideOfPackage("dev.turnpike.app.care..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.turnpike.app.care..")
            .because("a room asks by interfaces of its own; what stands behind them is put together in one place");

    @ArchTest
    static final ArchRule lookKnowsNoRoom =
            knows("look", List.of("text", "preferences"), List.of(), "a part of the look is used in every room");

    @ArchTest
    static final ArchRule fxKnowsNobody = knows("fx", List.of(), List.of(), "threads are the same for every room");

    @ArchTest
    static final ArchRule preferencesKnowNobody = knows(
            "preferences", List.of("platform"), List.of("json"), "what a user prefers is a file and nothing more");

    @ArchTest
    static final ArchRule shellKnowsNoRoom = knows(
            "shell",
            List.of("look", "fx", "text", "hosting", "preferences"),
            List.of(),
            "the window is the same whatever is in its rooms");

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
    static final ArchRule agentKnowsFilesAlone = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.app.agent..")
            .and()
            .resideOutsideOfPackages("dev.turnpike.app.agent.witness..", "dev.turnpike.app.agent.upstream..")
            .should()
            .dependOnClassesThat(others(
                    "agent", List.of("platform", "text"), List.of("bytes", "json", "http", "channel", "configuration")))
            .because(
                    "what an agent's files say is a matter of those files, with or without us; findings are sentences");

    @ArchTest
    static final ArchRule witnessKnowsWhoComes = knows(
            "agent.witness",
            List.of("agent.doctor", "text"),
            List.of("exchange", "http", "traffic"),
            "what arrived is evidence; whose files it contradicts is the doctor's affair");

    @ArchTest
    static final ArchRule upstreamWitnessKnowsWhatWasAnswered = knows(
            "agent.upstream",
            List.of("agent.doctor", "agent.witness", "text"),
            List.of("anthropic", "channel", "exchange", "http", "traffic", "trial"),
            "what upstreams answered is evidence of how channels are set up");

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
            List.of("anthropic", "bytes", "exchange", "translation"),
            "a picture of an exchange is drawn from what was announced of it");

    @ArchTest
    static final ArchRule tablesKnowWhatWasRecorded = knows(
            "cli.traffic",
            List.of("cli.panel", "platform"),
            List.of("anthropic", "exchange", "http", "traffic", "translation", "usage"),
            "lines and files are made of what was recorded, whoever asks for them");

    @ArchTest
    static final ArchRule inspectorKnowsWhatWasRecorded = knows(
            "inspector",
            List.of("fx", "look", "shell", "text"),
            List.of("anthropic", "channel", "exchange", "http", "json", "traffic", "translation", "usage"),
            "it shows what went through the gateway, and has no hand in it; how much a model reads is known of channels");

    @ArchTest
    static final ArchRule agentsKnowWhatIsFound = knows(
            "agents",
            List.of("agent", "fx", "look", "shell", "text"),
            List.of("exchange", "http"),
            "it shows what was found and asks for what is to be done; shells, the registry and the gateway are given to it");

    @ArchTest
    static final ArchRule inspectorModelsHaveNoNodes = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.app.inspector")
            .and()
            .haveNameMatching(".*(Model|Row|Filter|Words|Names|Figures|PartialJson|CallInput|Detail)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..")
            .because("what is shown can be tested without showing it");

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
        return noClasses()
                .that()
                .resideInAPackage("dev.turnpike.app." + room + "..")
                .should()
                .dependOnClassesThat(others(room, rooms, gateway))
                .because(because);
    }

    /// Our classes that are in none of these packages.
    private static DescribedPredicate<JavaClass> others(String room, List<String> rooms, List<String> gateway) {
        String[] allowed = Stream.concat(
                        Stream.concat(Stream.of(room), rooms.stream()).map(name -> "dev.turnpike.app." + name + ".."),
                        gateway.stream().map(name -> "dev.turnpike.gateway." + name + ".."))
                .toArray(String[]::new);
        return JavaClass.Predicates.resideInAPackage("dev.turnpike..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed));
    }
}
