package org.semcollector.app;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// The dependency rule of docs/architecture.md, for a tree under any root package: the real one must keep every rule,
/// the planted one must break every rule.
final class ArchitectureRules {
  private static final String[] SCREEN_LIBRARIES = {"javafx..", "org.controlsfx..", "eu.hansolo..", "atlantafx..",
      "org.kordamp.."};
  private static final String[] ADAPTERS = {"..http..", "..h2..", "..json..", "..files..", "..thingsboard..",
      "..secretservice..", "..keychain..", "..credentials..", "..windows..", "..macos..", "..xlsx..",
      "..laptopclock.linux..", "..manual.system.."};

  private final String protocol;
  private final String app;

  ArchitectureRules(String root) {
    protocol = root + ".protocol";
    app = root + ".app";
  }

  Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("protocol is pure", noClasses().that().resideInAPackage(protocol + "..").should()
        .dependOnClassesThat().resideOutsideOfPackages(protocol + "..", "java..", "org.jspecify..",
            "com.sun.net.httpserver.."));
    rules.put("only the simulator opens sockets, files and threads", noClasses()
        .that().resideInAPackage(protocol + "..").and().resideOutsideOfPackage(protocol + ".simulator..")
        .should().dependOnClassesThat().resideInAnyPackage("com.sun.net.httpserver..", "java.nio.file..",
            "java.util.concurrent..", protocol + ".simulator.."));
    rules.put("analysis is pure", noClasses()
        .that().resideInAPackage(app + ".analysis..")
        .should().dependOnClassesThat().resideOutsideOfPackages(app + ".analysis..", app + ".rollup..", protocol + "..",
            "java.lang..", "java.util", "java.util.function..", "java.util.stream..", "java.time..", "java.math..",
            "org.jspecify.."));
    rules.put("screens only in ui", noClasses()
        .that().resideInAPackage(app + "..").and().resideOutsideOfPackage(app + ".ui..")
        .should().dependOnClassesThat().resideInAnyPackage(SCREEN_LIBRARIES));
    rules.put("TilesFX only in ui.tiles", noClasses()
        .that().resideOutsideOfPackage(app + ".ui.tiles..")
        .should().dependOnClassesThat().resideInAnyPackage("eu.hansolo.."));
    rules.put("SQL only in store.h2", noClasses()
        .that().resideOutsideOfPackage(app + ".store.h2..")
        .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."));
    rules.put("HttpClient only in its adapters", noClasses()
        .that().resideOutsideOfPackages(app + ".meter.http..", app + ".sync.thingsboard..")
        .should().dependOnClassesThat().resideInAnyPackage("org.apache.hc.."));
    rules.put("Jackson only in adapters and the command line", noClasses()
        .that()
        .resideOutsideOfPackages(app + "..json..", app + "..files..", app + "..macos..", app + ".sync.thingsboard..",
            app + ".cli..")
        .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..", "com.fasterxml.."));
    rules.put("D-Bus only in its adapters", noClasses()
        .that()
        .resideOutsideOfPackages(app + ".secret.secretservice..", app + "..networkmanager..", "org.freedesktop..")
        .should().dependOnClassesThat().resideInAnyPackage("org.freedesktop.."));
    rules.put("picocli only in cli", noClasses()
        .that().resideOutsideOfPackage(app + ".cli..")
        .should().dependOnClassesThat().resideInAnyPackage("picocli.."));
    rules.put("fastexcel only in export.xlsx", noClasses()
        .that().resideOutsideOfPackage(app + ".export.xlsx..")
        .should().dependOnClassesThat().resideInAnyPackage("org.dhatim.."));
    rules.put("only wiring knows adapters", noClasses()
        .that().resideInAPackage(app + "..").and().resideOutsideOfPackages(app + ".wiring..")
        .and().resideOutsideOfPackages(inApp(ADAPTERS))
        .should().dependOnClassesThat().resideInAnyPackage(inApp(ADAPTERS)));
    rules.put("only Main knows wiring", noClasses()
        .that().resideInAPackage(app + ".(*)..").and().resideOutsideOfPackage(app + ".wiring..")
        .should().dependOnClassesThat().resideInAPackage(app + ".wiring.."));
    rules.put("screens and commands do not know each other", noClasses()
        .that().resideInAPackage(app + ".ui..").should().dependOnClassesThat().resideInAPackage(app + ".cli.."));
    rules.put("commands and screens do not know each other", noClasses()
        .that().resideInAPackage(app + ".cli..").should().dependOnClassesThat().resideInAPackage(app + ".ui.."));
    rules.put("view models run without a toolkit", noClasses()
        .that().haveSimpleNameEndingWith("ViewModel").should().dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.concurrent.."));
    rules.put("time, zone and language are handed in", noClasses()
        .that().resideOutsideOfPackages(app + ".wiring..", app)
        .should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(Instant.class, "now")
        .orShould().callMethod(LocalDate.class, "now").orShould().callMethod(ZoneId.class, "systemDefault")
        .orShould().callMethod(Locale.class, "getDefault"));
    rules.put("no thread is interrupted", noClasses()
        .should().callMethod(ExecutorService.class, "shutdownNow").orShould().callMethod(Thread.class, "interrupt")
        .because("an interrupt inside JDBC closes the H2 file for everyone"));
    rules.put("only commands print", noClasses()
        .that().resideOutsideOfPackages(app + ".cli..", app)
        // it keeps what JavaFX prints from the terminal
        .and().doNotHaveFullyQualifiedName(app + ".ui.fx.Toolkit")
        .should().accessField(System.class, "out").orShould().accessField(System.class, "err"));
    rules.put("no cycles between packages", slices().matching(app + ".(*)..").should().beFreeOfCycles());
    return rules;
  }

  private String[] inApp(String[] patterns) {
    var result = new String[patterns.length];
    for (int i = 0; i < patterns.length; i++)
      result[i] = app + patterns[i];
    return result;
  }
}
