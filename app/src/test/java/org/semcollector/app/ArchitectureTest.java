package org.semcollector.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.Bytes;

import static org.junit.jupiter.api.Assertions.assertTrue;

class ArchitectureTest {
  private static final ArchitectureRules REAL = new ArchitectureRules("org.semcollector");
  private static final ArchitectureRules PLANTED = new ArchitectureRules("planted");
  private static JavaClasses realClasses;
  private static JavaClasses plantedClasses;

  @BeforeAll
  static void importClasses() {
    realClasses = new ClassFileImporter().importUrls(List.of(codeOf(Main.class), codeOf(Bytes.class)));
    plantedClasses = new ClassFileImporter().importPackages("planted");
    assertTrue(realClasses.contain(Main.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ruleNames")
  void theProgramKeeps(String ruleName) {
    rule(REAL, ruleName).allowEmptyShould(true).check(realClasses);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ruleNames")
  void aPlantedViolationIsCaughtBy(String ruleName) {
    assertTrue(rule(PLANTED, ruleName).evaluate(plantedClasses).hasViolation(),
        "the planted violation of «" + ruleName + "» went unseen");
  }

  /// Where main classes come from; their tests live elsewhere and may do what they like.
  private static URL codeOf(Class<?> mainClass) {
    return mainClass.getProtectionDomain().getCodeSource().getLocation();
  }

  static Stream<String> ruleNames() {
    return REAL.all().keySet().stream();
  }

  private static ArchRule rule(ArchitectureRules rules, String name) {
    return java.util.Objects.requireNonNull(rules.all().get(name));
  }
}
