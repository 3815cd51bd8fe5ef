package org.semcollector.app.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.Campaign.Standing;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.ReceivedRequest;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A campaign whose program is killed at every moment that matters goes on with the meters that are left, asks each what
/// it runs before anything else, and sends nothing twice by itself.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class CampaignResumesIT {
  static final ReleaseVersion NEXT = new ReleaseVersion(1, 0, 3);
  static final FirmwarePackage OFFERED = new FirmwarePackage(SimulatedFirmware.image(50_000, 1), NEXT,
      Optional.empty());
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");

  @TempDir
  Path folder = Path.of("");

  private final TestTime time = new TestTime(NOW);
  private final List<TestMeter> meters = new ArrayList<>();

  @BeforeEach
  void start() {
    for (int i = 1; i <= 4; i++) {
      int number = i;
      // time passes for meters by the requests they get; a restart is over after some
      meters.add(TestMeter.create(i, 6, NOW, time,
          settings -> settings.withToken(TestMeter.token(number)).withRestartTime(Duration.ofMillis(5))));
    }
  }

  @AfterEach
  void stop() {
    meters.forEach(TestMeter::close);
  }

  /// What a child said until it was killed or ended.
  ///
  /// @param kill when to kill it: at the n-th line that starts so; empty = never
  private List<String> run(String how, Optional<String> kill, int which) throws IOException {
    var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
        CampaignChild.class.getName(), folder.toString(), time.instant().toString(), how));
    meters.forEach(meter -> line.addAll(List.of(meter.ssid().value(), meter.uri().toString())));
    Process child = new ProcessBuilder(line).redirectErrorStream(true).start();
    var said = new ArrayList<String>();
    try (BufferedReader output = child.inputReader()) {
      int reached = 0;
      for (String word = output.readLine(); word != null; word = output.readLine()) {
        if (!word.matches("(LEFT|AT|END) .*"))
          continue;
        said.add(word);
        if (kill.filter(word::startsWith).isPresent() && ++reached == which)
          child.toHandle().destroyForcibly();
        else if (word.startsWith("AT "))
          goOn(child);
      }
    }
    child.onExit().join();
    meters.forEach(TestMeter::note);
    time.pass(Duration.ofMinutes(10));
    return said;
  }

  private static void goOn(Process child) throws IOException {
    child.getOutputStream().write('g');
    child.getOutputStream().flush();
  }

  private long sent(int meter) {
    return meters.get(meter).server().requests().stream().map(ReceivedRequest::path).filter("/ota"::equals).count();
  }

  private List<Standing> standing() throws Exception {
    try (var laptop = Laptop.with(time).in(folder)) {
      List<Ssid> list = meters.stream().map(TestMeter::ssid).toList();
      return Campaign.of(laptop.journal(), list, 103).meters().stream().map(Campaign.Entry::standing).toList();
    }
  }

  private String left(int... which) {
    return "LEFT " + java.util.Arrays.stream(which).mapToObj(i -> meters.get(i).ssid()).toList();
  }

  @Test
  void aKillResumesWithTheRightMeters() throws Exception {
    // the journal knows, but nothing has left yet
    assertEquals(left(0, 1, 2, 3), run("asking", Optional.of("AT SENDING"), 1).getFirst());
    assertEquals(List.of(0L, 0L), List.of(sent(0), sent(1)));
    assertEquals(List.of(Standing.UNKNOWN, Standing.OPEN, Standing.OPEN, Standing.OPEN), standing());

    // the first is asked and, since it runs the old one, not sent to; the second takes it while the program dies
    List<String> second = run("asking", Optional.of("AT SENT"), 1);
    assertEquals(left(0, 1, 2, 3), second.getFirst());
    assertTrue(second.stream().anyMatch(word -> word.startsWith("END " + meters.get(0).ssid() + " NOT_SENT")),
        second.toString());
    assertEquals(List.of(Standing.ROLLED_BACK, Standing.UNKNOWN, Standing.OPEN, Standing.OPEN), standing());

    // the second is asked: it runs it; the third is seen to run it when the program dies, before its clock is set
    List<String> third = run("asking", Optional.of("AT SEEN"), 2);
    assertEquals(left(1, 2, 3), third.getFirst());
    assertTrue(third.stream().anyMatch(word -> word.startsWith("END " + meters.get(1).ssid() + " CONFIRMED")),
        third.toString());
    assertEquals(List.of(Standing.ROLLED_BACK, Standing.CONFIRMED, Standing.UNKNOWN, Standing.OPEN), standing());

    List<String> fourth = run("asking", Optional.empty(), 0);
    assertEquals(left(2, 3), fourth.getFirst());
    assertTrue(fourth.stream().anyMatch(word -> word.startsWith("END " + meters.get(2).ssid() + " CONFIRMED")),
        fourth.toString());
    assertEquals(List.of(0L, 1L, 1L, 1L), List.of(sent(0), sent(1), sent(2), sent(3)));

    // only somebody who insists sends it to the first
    assertEquals(left(0), run("insisting", Optional.empty(), 0).getFirst());
    assertEquals(List.of("LEFT []"), run("insisting", Optional.empty(), 0));
    assertEquals(List.of(1L, 1L, 1L, 1L), List.of(sent(0), sent(1), sent(2), sent(3)));
    assertAllIsWell();
  }

  private void assertAllIsWell() throws Exception {
    try (var laptop = Laptop.with(time).in(folder)) {
      laptop.catchUp();
      for (TestMeter meter : meters) {
        assertEquals(103, meter.meter().version().number());
        meter.meter().advanceTo(time.instant());
        Duration off = Duration.between(meter.meter().deviceTime().orElseThrow(), time.instant());
        assertTrue(off.abs().compareTo(Duration.ofSeconds(30)) < 0, meter.ssid() + " " + off);
        laptop.collect(meter, ErasePolicy.NEVER);
        meter.assertAllOnce(laptop.stored(meter.ssid()));
        assertTrue(laptop.store().restarts().of(meter.ssid()).size() > 0, meter.ssid() + ": its restart is ours");
      }
    }
  }
}
