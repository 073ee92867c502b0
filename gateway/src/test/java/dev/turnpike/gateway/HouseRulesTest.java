package dev.turnpike.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

/// Who may know whom in the gateway, with the reason.
@AnalyzeClasses(packages = "dev.turnpike.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule knowsNoUserInterface = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("the gateway runs on servers and in containers");

    @ArchTest
    static final ArchRule writesToNoConsole = noClasses()
            .should(ArchConditions.accessField(System.class, "out"))
            .orShould(ArchConditions.accessField(System.class, "err"))
            .because("what a user sees is decided by whoever started the gateway");

    @ArchTest
    static final ArchRule hasNoCycles = slices().matching("dev.turnpike.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that cannot be understood without the next one is not a room");

    @ArchTest
    static final ArchRule bytesKnowNothing = knows("bytes", List.of(), "whoever handles bytes can use it");

    @ArchTest
    static final ArchRule sseKnowsTheWireAlone = knows("sse", List.of(), "an event stream is bytes and names");

    @ArchTest
    static final ArchRule jsonKnowsNobody =
            knows("json", List.of(), "reading JSON has nothing to do with what it says");

    @ArchTest
    static final ArchRule httpKnowsNobody = knows("http", List.of(), "it is what the two halves share");

    @ArchTest
    static final ArchRule anthropicKnowsNoOtherVendor =
            knows("anthropic", List.of("sse", "json"), "each dialect can be read without the other");

    @ArchTest
    static final ArchRule openaiKnowsNoOtherVendor =
            knows("openai", List.of("sse", "json"), "each dialect can be read without the other");

    @ArchTest
    static final ArchRule channelsAreValues =
            knows("channel", List.of("http"), "configuration is data; others act on it");

    @ArchTest
    static final ArchRule configurationReadsFiles =
            knows("configuration", List.of("channel", "http", "json"), "it ends where the snapshot begins");

    @ArchTest
    static final ArchRule routingKnowsChannels =
            knows("routing", List.of("channel"), "who serves a request is decided without looking at the network");

    @ArchTest
    static final ArchRule translationIsPure = knows(
            "translation",
            List.of("anthropic", "openai", "sse", "json", "channel", "document"),
            "it can be tested with two files and no socket");

    @ArchTest
    static final ArchRule documentsKnowNobody =
            knows("document", List.of(), "what a document says has nothing to do with who asks");

    @ArchTest
    static final ArchRule onlyDocumentsKnowPdfBox = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.gateway.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
            .because("it is large, and loaded with the first PDF");

    @ArchTest
    static final ArchRule translationKnowsOnlyWhatAChannelAccepts = classes()
            .that()
            .resideInAPackage("dev.turnpike.gateway.translation..")
            .should()
            .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage("dev.turnpike.gateway.channel..")
                    .or(JavaClass.Predicates.simpleName("UpstreamProtocol"))
                    .or(JavaClass.Predicates.simpleName("ChannelId"))
                    .or(JavaClass.Predicates.simpleName("Compat"))
                    .or(JavaClass.Predicates.simpleName("Capability")))
            .because("it has no business with addresses and secrets");

    @ArchTest
    static final ArchRule translationHasNoClockAndNoNetwork = noClasses()
            .that()
            .resideInAnyPackage("dev.turnpike.gateway.translation..", "dev.turnpike.gateway.sse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.time..", "java.util.concurrent..", "java.nio.file..")
            .because("the same bytes in must give the same bytes out");

    @ArchTest
    static final ArchRule upstreamKnowsNoDialect =
            knows("upstream", List.of("channel", "http"), "it carries bodies without knowing what they say");

    @ArchTest
    static final ArchRule trialCallsAsAnExchangeDoes = knows(
            "trial",
            List.of("anthropic", "channel", "http", "json", "translation", "upstream"),
            "a test proves something only by the way that requests take");

    @ArchTest
    static final ArchRule countingKnowsWhatIsCounted =
            knows("counting", List.of("anthropic", "json"), "it is arithmetic on requests");

    @ArchTest
    static final ArchRule onlyCountingKnowsATokenizer = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.gateway.counting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.knuddels..")
            .because("nobody else may load it by accident");

    @ArchTest
    static final ArchRule exchangeKnowsNobodyWhoWatches = knows(
            "exchange",
            List.of("anthropic", "channel", "counting", "http", "routing", "translation", "upstream"),
            "recording, counting and showing are done by listeners, answering by a sink");

    @ArchTest
    static final ArchRule serverKnowsNoUpstream = knows(
            "server",
            List.of("anthropic", "exchange", "http", "json", "routing"),
            "it answers; who is asked is not its concern");

    @ArchTest
    static final ArchRule usageListens = knows(
            "usage",
            List.of("exchange", "anthropic", "channel", "json"),
            "it sees moments and the words in them, and reads its list of prices");

    @ArchTest
    static final ArchRule trafficListens = knows(
            "traffic",
            List.of("exchange", "anthropic", "channel", "http", "json", "sse", "translation", "usage"),
            "it keeps what moments tell; who looks is not its concern");

    @ArchTest
    static final ArchRule roomsOfTrafficHaveNoCycles = slices().matching("dev.turnpike.gateway.traffic.(*)..")
            .should()
            .beFreeOfCycles()
            .because("what is kept, what is looked for and how it is written are three things");

    @ArchTest
    static final ArchRule filtersKnowOneLineOnly = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.gateway.traffic.filter..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("java.sql..")
                    .or(JavaClass.Predicates.resideInAPackage("dev.turnpike.gateway.traffic.*.."))
                    .and(JavaClass.Predicates.resideOutsideOfPackage("dev.turnpike.gateway.traffic.filter..")))
            .because(
                    "a filter is the same for rows in memory and for rows in a table; the store asks it, not the reverse");

    @ArchTest
    static final ArchRule exportsKnowWhatWasSeen = knows(
            "traffic.export",
            List.of("traffic", "exchange", "anthropic", "http", "json", "sse", "translation", "usage"),
            "a format has to do with what was seen alone");

    @ArchTest
    static final ArchRule exportsKnowNoStore = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.gateway.traffic.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.turnpike.gateway.traffic.store..", "java.nio.file..", "java.sql..")
            .because("who asks hands in what is written, and where to");

    @ArchTest
    static final ArchRule trafficKnowsNoFormat = noClasses()
            .that()
            .resideInAPackage("dev.turnpike.gateway.traffic..")
            .and()
            .resideOutsideOfPackage("dev.turnpike.gateway.traffic.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.turnpike.gateway.traffic.export..")
            .because("what was seen is there whether anybody wants a copy or not");

    @ArchTest
    static final ArchRule onlyTheServerKnowsHelidon = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.gateway.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..")
            .because("a server can be replaced in one room");

    @ArchTest
    static final ArchRule onlyTheUpstreamKnowsHttpCore = noClasses()
            .that()
            .resideOutsideOfPackage("dev.turnpike.gateway.upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("a client can be replaced in one room");

    private static ArchRule knows(String room, List<String> others, String because) {
        // bytes are handled everywhere
        String[] allowed = Stream.concat(Stream.of(room, "bytes"), others.stream())
                .map(name -> "dev.turnpike.gateway." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.turnpike.gateway." + room + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.turnpike..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
                .because(because);
    }
}
