package org.semcollector.app.wifi.macos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.FormerNetworkNote;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAdapter.Connection;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.files.FormerNetworkFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Through a stand-in for the helper, and blind where it may not know the place.
class MacWifiTest extends WifiAdapterContract {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final MacLimits LIMITS = new MacLimits(Duration.ofSeconds(5), Duration.ofMillis(300),
      Duration.ofSeconds(5), Duration.ofMillis(20));

  @TempDir
  Path folder;

  @Override
  protected Stage open(Air air) {
    return new MacStage(new MacScene(air), note());
  }

  private FormerNetworkNote note() {
    return new FormerNetworkFile(folder.resolve("former-network"), ProcessHandle.current());
  }

  private record MacStage(MacScene scene, StandInHelper helper, MacWifi adapter, FormerNetworkNote note)
      implements
        Stage {
    MacStage(MacScene scene, FormerNetworkNote note) {
      this(scene, new StandInHelper(scene), note);
    }

    private MacStage(MacScene scene, StandInHelper helper, FormerNetworkNote note) {
      this(scene, helper, new MacWifi(helper, scene, scene, _ -> MeterTouch.Outcome.ANSWERED, note, LIMITS), note);
    }

    @Override
    public int passwordsSent() {
      return scene.passwords;
    }

    @Override
    public List<String> leftBehind() {
      var left = new ArrayList<String>();
      if (scene.isAtMeter())
        left.add("still at a meter");
      if (note.abandoned().isPresent())
        left.add("a note of the former network");
      if (helper.open() != 0 && !scene.isAtMeter())
        adapter.close();
      if (helper.open() != 0)
        left.add(helper.open() + " helpers");
      return left;
    }

    @Override
    public void close() {
      // nothing of it is real
    }
  }

  private MacWifi blindly(MacScene scene, MeterTouch.Outcome outcome) {
    return new MacWifi(new HelperProcess(List.of("/nowhere/helper")), scene, scene, _ -> outcome, note(), LIMITS);
  }

  private static JoinRequest named() {
    return new JoinRequest(AccessPoint.named(NEAR), Optional.of(PASSWORD), LIMIT);
  }

  @Test
  void withoutHelperAMeterIsJoinedBlindAndCheckedByItsAddress() throws Exception {
    var scene = new MacScene(Air.TWO_METERS);
    scene.tellsName = true;
    scene.missedTries = 2;
    try (MacWifi wifi = blindly(scene, MeterTouch.Outcome.ANSWERED)) {
      assertFalse(wifi.ability().scans());
      var lacks = assertInstanceOf(WifiFailure.PermissionDenied.class, wifi.ability().lacks().orElseThrow());
      assertTrue(lacks.remedy().contains("start the app"), lacks.remedy());
      assertTrue(wifi.ability().joins());
      assertEquals(Optional.of(HOME), wifi.current().map(JoinedNetwork::name));
      Connection joined = new MeterJoin(wifi, _ -> Optional.of(PASSWORD)).join(AccessPoint.named(NEAR), Progress.NONE);
      assertEquals(new JoinedNetwork(NEAR.value(), Optional.empty(), "en0"), joined.network());
      assertEquals(Optional.of(NEAR.mac()), joined.neighbour());
      assertEquals(Optional.of(NEAR), wifi.current().flatMap(JoinedNetwork::meter));
      assertEquals(new Restored(Optional.of(HOME)), joined.restore(LIMIT));
      assertEquals(Optional.of(HOME), scene.at);
      assertTrue(scene.commands.contains("-removepreferredwirelessnetwork en0 " + NEAR), scene.commands.toString());
      assertFalse(scene.commands.contains("-setairportpower en0 off"));
    }
  }

  @Test
  void aFormerNetworkThatIsNotToldComesBackBySwitchingTheRadioOffAndOn() throws Exception {
    var scene = new MacScene(Air.FORBIDDEN);
    try (MacWifi wifi = new MacWifi(new StandInHelper(scene), scene, scene, _ -> MeterTouch.Outcome.ANSWERED, note(),
        LIMITS)) {
      assertInstanceOf(WifiFailure.PermissionDenied.class,
          assertThrows(WifiException.class, wifi::current).failure());
      Connection joined = wifi.join(named(), Progress.NONE);
      assertEquals(Optional.of(NEAR.value()), scene.at);
      assertEquals(new Restored(Optional.empty()), joined.restore(LIMIT));
      assertEquals(Optional.of(HOME), scene.at);
      assertTrue(scene.commands.containsAll(List.of("-setairportpower en0 off", "-setairportpower en0 on")));
    }
  }

  @Test
  void aFormerNetworkThatCannotBeJoinedByNameComesBackBySwitchingTheRadioOffAndOn() throws Exception {
    var scene = new MacScene(Air.TWO_METERS);
    scene.tellsName = true;
    scene.refusesToRejoin = true;
    try (MacWifi wifi = blindly(scene, MeterTouch.Outcome.ANSWERED)) {
      assertEquals(new Restored(Optional.of(HOME)), wifi.join(named(), Progress.NONE).restore(LIMIT));
      assertEquals(Optional.of(HOME), scene.at);
    }
  }

  @Test
  void aBlindJoinFailsByItsText() throws Exception {
    var scene = new MacScene(Air.OTHER_PASSWORD);
    scene.tellsName = true;
    try (MacWifi wifi = blindly(scene, MeterTouch.Outcome.ANSWERED)) {
      assertEquals(new WifiFailure.WrongPassword(NEAR, false),
          assertThrows(WifiException.class, () -> wifi.join(named(), Progress.NONE)).failure());
      assertEquals(Optional.of(HOME), scene.at);
      scene.missedTries = 3;
      assertEquals(new WifiFailure.NotFound(NEAR),
          assertThrows(WifiException.class, () -> wifi.join(named(), Progress.NONE)).failure());
    }
  }

  @Test
  void aSystemThatKeepsThisProgramFromTheLocalNetworkIsNamed() throws Exception {
    var scene = new MacScene(Air.TWO_METERS);
    scene.tellsName = true;
    try (MacWifi wifi = blindly(scene, MeterTouch.Outcome.NO_ROUTE)) {
      var failure = assertThrows(WifiException.class, () -> wifi.join(named(), Progress.NONE)).failure();
      assertEquals(WifiFailure.Right.LOCAL_NETWORK,
          assertInstanceOf(WifiFailure.PermissionDenied.class, failure).what());
      assertEquals(Optional.of(HOME), scene.at);
    }
  }

  @Test
  void theNextStartAfterACrashGoesBack() throws Exception {
    var scene = new MacScene(Air.TWO_METERS);
    scene.at = Optional.of(NEAR.value());
    scene.tellsName = true;
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    new FormerNetworkFile(folder.resolve("former-network"), dead.toHandle())
        .write(new FormerNetworkNote.Former("Wi-Fi", Optional.of(HOME)));
    try (MacWifi wifi = blindly(scene, MeterTouch.Outcome.ANSWERED)) {
      assertEquals(Optional.of(HOME), wifi.current().map(JoinedNetwork::name));
      assertEquals(Optional.empty(), note().abandoned());
    }
  }
}
