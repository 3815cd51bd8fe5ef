package org.semcollector.app.wifi.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.WifiFailure.Right;
import org.semcollector.app.wifi.doctor.DoctorFinding.Outcome;
import org.semcollector.app.wifi.manual.Nets;
import org.semcollector.app.wifi.manual.ProbeAnswer;
import org.semcollector.protocol.meter.FirmwareVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.wifi.doctor.Patient.METER;
import static org.semcollector.app.wifi.doctor.Patient.OTHER;

/// Every finding, from facts that lead to it.
class DoctorTest {
  private static final URI PAGE = URI.create("ms-settings:privacy-location");

  static Stream<Arguments> patients() {
    return Stream.of(
        // the radio
        of("adapter.none", Outcome.PROBLEM, without(new WifiFailure.NoAdapter())),
        of("adapter.unsupported", Outcome.PROBLEM, without(new WifiFailure.Unsupported("NetworkManager"))),
        of("adapter.silent", Outcome.PROBLEM,
            scanning(new WifiFailure.TimedOut("listening", Duration.ofSeconds(15)))),
        of("adapter.says", Outcome.PROBLEM, scanning(new WifiFailure.Other("driver fault 5"))),
        of("adapter.cancelled", Outcome.NOT_CHECKED, scanning(new WifiFailure.Cancelled())),
        of("adapter.by-hand", Outcome.LOOK,
            new Patient().able(new WifiAbility(true, false, false, false, Optional.empty()))),
        of("adapter.well", Outcome.WELL, new Patient()),
        of("radio.off", Outcome.PROBLEM, scanning(new WifiFailure.RadioOff(false))),
        of("radio.switch", Outcome.PROBLEM, scanning(new WifiFailure.RadioOff(true))),
        of("radio.unknown", Outcome.NOT_CHECKED, without(new WifiFailure.NoAdapter())),
        of("radio.well", Outcome.WELL, new Patient()),
        of("permission.location", Outcome.PROBLEM, scanning(denied(Right.LOCATION))),
        of("permission.local-network", Outcome.PROBLEM, new Patient().lastFailure(denied(Right.LOCAL_NETWORK))),
        of("permission.control", Outcome.PROBLEM, scanning(denied(Right.NETWORK_CONTROL))),
        of("permission.unknown", Outcome.NOT_CHECKED, scanning(new WifiFailure.RadioOff(false))),
        of("permission.well", Outcome.WELL, new Patient()),
        of("policy.denied", Outcome.PROBLEM, new Patient().lastFailure(denied(Right.POLICY))),
        of("policy.unknown", Outcome.NOT_CHECKED, scanning(new WifiFailure.RadioOff(false))),
        of("policy.well", Outcome.WELL, new Patient()),
        // the air
        of("range.well", Outcome.WELL, new Patient().hears(METER)),
        of("range.none", Outcome.PROBLEM, new Patient()),
        of("range.others", Outcome.PROBLEM, new Patient().hears(OTHER).wanting(METER)),
        of("range.impostor", Outcome.PROBLEM, new Patient().hears(AccessPoint.heard(METER, OTHER.mac(), -40))),
        of("range.unknown", Outcome.NOT_CHECKED, scanning(new WifiFailure.RadioOff(false))),
        of("password.none", Outcome.PROBLEM, new Patient().lastFailure(new WifiFailure.WrongPassword(METER, true))),
        of("password.wrong", Outcome.PROBLEM, new Patient().lastFailure(new WifiFailure.WrongPassword(METER, false))),
        of("password.missing", Outcome.LOOK, new Patient().hears(METER).lacking(METER)),
        of("password.unknown", Outcome.NOT_CHECKED, new Patient()),
        of("password.well", Outcome.WELL, new Patient().hears(METER)),
        // the network
        of("address.none", Outcome.PROBLEM, new Patient().lastFailure(new WifiFailure.NoDhcp(METER))),
        of("address.none", Outcome.PROBLEM, new Patient().in(METER)),
        of("address.self-given", Outcome.PROBLEM, new Patient().in(METER).has(Nets.on("wlan0", "169.254.3.4", 16))),
        of("address.well", Outcome.WELL, new Patient().joined()),
        of("address.not-joined", Outcome.NOT_CHECKED, new Patient()),
        of("route.clash", Outcome.PROBLEM, new Patient().joined().has(Nets.on("eth0", "10.0.0.77", 24))),
        of("route.clash", Outcome.PROBLEM, new Patient().has(Nets.on("eth0", "10.3.0.77", 8))),
        of("route.vpn-clash", Outcome.PROBLEM, new Patient().joined().has(Nets.tunnel("tun0", "10.8.0.2", 8))),
        of("route.vpn", Outcome.LOOK, new Patient().has(Nets.tunnel("wg0", "10.8.0.2", 24))),
        of("route.well", Outcome.WELL, new Patient().joined()),
        of("route.well", Outcome.WELL, new Patient().in("Home").has(Nets.on("wlan0", "10.0.0.23", 24))),
        of("identity.well", Outcome.WELL, new Patient().joined()),
        of("identity.well", Outcome.WELL, new Patient().joined().unnamed()),
        of("identity.other", Outcome.PROBLEM, new Patient().joined().wanting(OTHER)),
        of("identity.impostor", Outcome.PROBLEM,
            new Patient().lastFailure(new WifiFailure.Impostor(METER, OTHER.mac()))),
        of("identity.mixed", Outcome.PROBLEM, new Patient().in(METER).has(Nets.on("wlan0", "10.0.0.2", 24))
            .neighbour(OTHER.mac()).answering(meter())),
        of("identity.mixed", Outcome.PROBLEM,
            new Patient().lastFailure(new WifiFailure.OtherMeter(METER, OTHER.mac()))),
        of("identity.not-joined", Outcome.NOT_CHECKED, new Patient().in("Home")),
        of("answer.well", Outcome.WELL, new Patient().joined()),
        of("answer.portal", Outcome.PROBLEM, new Patient().joined().answering(new ProbeAnswer.Other("a redirect"))),
        of("answer.router", Outcome.LOOK, new Patient().in("Home").answering(new ProbeAnswer.Other("a page"))),
        of("answer.silent", Outcome.PROBLEM, new Patient().joined().answering(new ProbeAnswer.Silent())),
        of("answer.nobody", Outcome.NOT_CHECKED, new Patient().answering(new ProbeAnswer.Silent())),
        of("answer.not-joined", Outcome.NOT_CHECKED, new Patient()));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("patients")
  void isFound(String cause, Outcome outcome, Patient patient) {
    List<DoctorFinding> findings = Doctor.judge(patient.facts());
    assertEquals(List.of(DoctorCheck.values()), findings.stream().map(DoctorFinding::check).toList());
    DoctorFinding finding = findings.stream().filter(one -> one.cause().equals(cause)).findFirst()
        .orElseThrow(() -> new AssertionError(cause + " is not in " + findings));
    assertEquals(outcome, finding.outcome());
    var words = new DoctorSentences(Locale.UK);
    String said = words.found(finding) + words.toDo(finding).orElse("");
    assertFalse(said.contains("{") || said.contains("''") || said.contains("null"), said);
    boolean needsRemedy = outcome == Outcome.PROBLEM;
    assertTrue(!needsRemedy || words.toDo(finding).isPresent(), cause + " has no remedy");
  }

  @Test
  void everyTextBelongsToAFindingThatATestLeadsTo() {
    Set<String> causes = patients().map(patient -> (String) patient.get()[0]).collect(Collectors.toSet());
    Set<String> texts = new HashSet<>();
    Enumeration<String> keys = ResourceBundle.getBundle("org.semcollector.app.wifi.doctor.doctor", Locale.ROOT)
        .getKeys();
    while (keys.hasMoreElements()) {
      String key = keys.nextElement();
      if (key.startsWith("found."))
        texts.add(key.substring("found.".length()));
    }
    assertEquals(texts, causes);
  }

  @Test
  void everythingThatShowsNothingWrongIsWell() {
    List<DoctorFinding> findings = Doctor.judge(new Patient().hears(METER).joined().facts());
    assertTrue(findings.stream().allMatch(finding -> finding.outcome() == Outcome.WELL), findings.toString());
    assertEquals("Nothing is in the way as far as it can be checked.",
        new DoctorSentences(Locale.UK).summary(findings));
  }

  @Test
  void theSummaryIsTheFirstThingToMendAndThePageIsOffered() {
    List<DoctorFinding> findings = Doctor.judge(scanning(denied(Right.LOCATION)).facts());
    assertEquals("The system hides Wi-Fi networks from programs that may not know the place. Switch it on there. "
        + "Until then a meter can be joined by its name.", new DoctorSentences(Locale.UK).summary(findings));
    assertEquals(List.of(PAGE), findings.stream().flatMap(finding -> finding.settings().stream()).toList());
  }

  private static Arguments of(String cause, Outcome outcome, Patient patient) {
    return Arguments.of(cause, outcome, patient);
  }

  private static WifiFailure denied(Right what) {
    return new WifiFailure.PermissionDenied(what, "Switch it on there.", Optional.of(PAGE));
  }

  private static ProbeAnswer meter() {
    return new ProbeAnswer.Meter(Optional.empty(), new FirmwareVersion(102));
  }

  private static Patient scanning(WifiFailure failure) {
    return new Patient().scanning(failure);
  }

  private static Patient without(WifiFailure failure) {
    return new Patient().scanning(failure).able(WifiAbility.none(failure));
  }
}
