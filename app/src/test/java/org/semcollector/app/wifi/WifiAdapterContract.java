package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.WifiAdapter.Connection;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What every adapter does, whatever the system: each is run through this against the real service, a stand-in for it,
/// or simulated radios. A test class for an adapter extends this and says how to bring about each state of the air.
public abstract class WifiAdapterContract {
  /// A meter that is heard well.
  public static final Ssid NEAR = new Ssid("SEM-24:6f:28:00:00:01");
  /// A meter that is hardly heard.
  public static final Ssid FAR = new Ssid("SEM-24:6f:28:00:00:02");
  /// A meter that is not there.
  public static final Ssid ABSENT = new Ssid("SEM-24:6f:28:00:00:03");
  /// The network this computer is in before.
  public static final String HOME = "Home";
  /// The address of the radio that is not [#NEAR].
  public static final String OTHER_RADIO = "de:ad:be:ef:00:01";
  /// What the meters accept.
  public static final Secret PASSWORD = new Secret("right-horse-battery");
  /// What they accept after somebody changed it.
  public static final Secret OTHER_PASSWORD = new Secret("changed-horse-battery");

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_LOOKS = 3;
  private static final long POLL_NANOS = 5_000_000;

  /// What is on the air, and what happens to whoever joins.
  public enum Air {
    /// [#NEAR] and [#FAR], and networks of other people; this computer is in [#HOME].
    TWO_METERS,
    /// Networks of other people only; in [#HOME].
    NO_METER,
    /// As [#TWO_METERS], but this computer is in no network.
    NO_FORMER_NETWORK,
    /// As [#TWO_METERS]; the meters accept another password only.
    OTHER_PASSWORD,
    /// As [#TWO_METERS]; the meters give no address, and none can be set either.
    NO_ADDRESS,
    /// As [#TWO_METERS]; joining never comes to an end.
    JOIN_HANGS,
    /// As [#TWO_METERS]; a scan never comes to an end.
    SCAN_HANGS,
    /// As [#TWO_METERS], but [#NEAR]'s name is sent by [#OTHER_RADIO].
    IMPOSTOR_HEARD,
    /// As [#TWO_METERS]; whoever joins [#NEAR] lands at [#OTHER_RADIO].
    IMPOSTOR_JOINED,
    /// As [#TWO_METERS]; once left, [#HOME] does not come back.
    HOME_GONE,
    /// No adapter in this computer.
    NO_ADAPTER,
    /// The radio is switched off.
    RADIO_OFF,
    /// This user may not scan, nor join where the system makes joining a right of its own.
    FORBIDDEN,
    /// The service that the adapter steers does not run.
    NO_SERVICE
  }

  /// An adapter in a world that the test made.
  public interface Stage extends AutoCloseable {
    WifiAdapter adapter();

    /// How often a password was sent to, or a profile with it made for, any radio.
    int passwordsSent();

    /// What the adapter left in the system and should not have: profiles, agents, routes, files.
    List<String> leftBehind();

    @Override
    void close();
  }

  private @Nullable Stage stage;

  /// Makes a world.
  protected abstract Stage open(Air air) throws Exception;

  private WifiAdapter in(Air air) throws Exception {
    Stage opened = open(air);
    stage = opened;
    return opened.adapter();
  }

  private Stage stage() {
    return Objects.requireNonNull(stage);
  }

  @AfterEach
  void nothingIsLeftBehind() {
    Stage over = stage;
    stage = null;
    if (over != null) {
      try (over) {
        over.adapter().close();
        over.adapter().close();
        assertEquals(List.of(), over.leftBehind());
      }
    }
  }

  @Test
  void metersAreHeardTheStrongestFirstAndNothingElse() throws Exception {
    List<AccessPoint> heard = in(Air.TWO_METERS).scan(LIMIT, Progress.NONE);
    assertEquals(List.of(NEAR, FAR), heard.stream().map(AccessPoint::ssid).toList());
    assertEquals(heard.stream().sorted(Comparator.comparingInt(AccessPoint::signalDbm).reversed()).toList(), heard);
    for (AccessPoint meter : heard) {
      assertTrue(meter.signalDbm() >= -100 && meter.signalDbm() < 0, meter.toString());
      assertEquals(stage().adapter().ability().seesBssid() ? Optional.of(meter.ssid().mac()) : Optional.empty(),
          meter.bssid());
      assertFalse(meter.isImpostor());
      assertEquals(AccessPoint.Security.WPA_PERSONAL, meter.security());
    }
  }

  @Test
  void whereNoMeterIsNoneIsHeard() throws Exception {
    assertEquals(List.of(), in(Air.NO_METER).scan(LIMIT, Progress.NONE));
  }

  @Test
  void aScanEndsAtItsLimitWithWhatThereIs() throws Exception {
    long started = System.nanoTime();
    List<AccessPoint> heard = in(Air.SCAN_HANGS).scan(Duration.ofMillis(300), Progress.NONE);
    assertTrue(System.nanoTime() - started < PATIENCE.toNanos(), "a scan of 300 ms");
    assertTrue(heard.stream().allMatch(meter -> List.of(NEAR, FAR).contains(meter.ssid())), heard.toString());
  }

  @Test
  void aScanIsCancelled() throws Exception {
    failsWith(WifiFailure.Cancelled.class, Air.SCAN_HANGS, adapter -> adapter.scan(LIMIT, new CancelledAfter(2)));
    isHome();
  }

  @Test
  void theNetworkThisComputerIsInIsTold() throws Exception {
    JoinedNetwork network = in(Air.TWO_METERS).current().orElseThrow();
    assertEquals(HOME, network.name());
    assertEquals(Optional.empty(), network.meter());
    assertFalse(network.interfaceName().isBlank());
  }

  @Test
  void inNoNetworkNoneIsTold() throws Exception {
    assertEquals(Optional.empty(), in(Air.NO_FORMER_NETWORK).current());
  }

  @Test
  void aJoinedMeterIsTheOneThatWasChosen() throws Exception {
    WifiAdapter adapter = in(Air.TWO_METERS);
    for (Ssid meter : List.of(NEAR, FAR)) {
      try (Connection joined = adapter.join(request(heard(adapter, meter)), Progress.NONE)) {
        assertEquals(Optional.of(meter), joined.network().meter());
        assertFalse(joined.network().interfaceName().isBlank());
        assertTrue(joined.network().bssid().filter(bssid -> !bssid.equals(meter.mac())).isEmpty());
        assertEquals(Optional.of(meter), adapter.current().flatMap(JoinedNetwork::meter));
        assertEquals("http", joined.meterUri().getScheme());
      }
      isHome();
    }
  }

  @Test
  void aMeterIsJoinedByItsNameAlone() throws Exception {
    WifiAdapter adapter = in(Air.TWO_METERS);
    try (Connection joined = adapter.join(request(AccessPoint.named(NEAR)), Progress.NONE)) {
      assertEquals(Optional.of(NEAR), joined.network().meter());
    }
    isHome();
  }

  @Test
  void theFormerNetworkComesBackAndAgainChangesNothing() throws Exception {
    WifiAdapter adapter = in(Air.TWO_METERS);
    Connection joined = adapter.join(request(heard(adapter, NEAR)), Progress.NONE);
    Restored restored = joined.restore(LIMIT);
    assertEquals(new Restored(Optional.of(HOME)), restored);
    isHome();
    assertEquals(restored, joined.restore(LIMIT));
    joined.close();
    joined.close();
    isHome();
  }

  @Test
  void withoutAFormerNetworkTheMeterIsLeftAllTheSame() throws Exception {
    WifiAdapter adapter = in(Air.NO_FORMER_NETWORK);
    try (Connection joined = adapter.join(request(heard(adapter, NEAR)), Progress.NONE)) {
      assertEquals(new Restored(Optional.empty()), joined.restore(LIMIT));
    }
    assertEquals(Optional.empty(), adapter.current());
  }

  @Test
  void closingTheAdapterLeavesTheMeter() throws Exception {
    WifiAdapter adapter = in(Air.TWO_METERS);
    Connection joined = adapter.join(request(heard(adapter, NEAR)), Progress.NONE);
    adapter.close();
    assertEquals(List.of(), stage().leftBehind());
    joined.close();
  }

  @Test
  void aFormerNetworkThatStaysAwayIsToldAndTheMeterIsLeft() throws Exception {
    WifiAdapter adapter = in(Air.HOME_GONE);
    Connection joined = adapter.join(request(heard(adapter, NEAR)), Progress.NONE);
    WifiFailure failure = assertThrows(WifiException.class, () -> joined.restore(Duration.ofMillis(300))).failure();
    assertEquals(new WifiFailure.RestoreFailed(Optional.of(HOME)), failure);
    assertTrue(adapter.current().flatMap(JoinedNetwork::meter).isEmpty());
    joined.close();
  }

  @Test
  void aMeterThatIsNotThereIsNotFound() throws Exception {
    AccessPoint gone = AccessPoint.heard(ABSENT, ABSENT.mac(), -60);
    assertEquals(new WifiFailure.NotFound(ABSENT), failsWith(WifiFailure.NotFound.class, Air.TWO_METERS,
        adapter -> adapter.join(request(gone), Progress.NONE)));
    isHome();
  }

  @Test
  void aWrongPasswordIsToldAndTheNextMeterIsJoined() throws Exception {
    assertEquals(new WifiFailure.WrongPassword(NEAR, false), failsWith(WifiFailure.WrongPassword.class,
        Air.OTHER_PASSWORD, adapter -> adapter.join(request(heard(adapter, NEAR)), Progress.NONE)));
    isHome();
  }

  @Test
  void aMissingPasswordIsToldWithoutJoining() throws Exception {
    assertEquals(new WifiFailure.WrongPassword(NEAR, true), failsWith(WifiFailure.WrongPassword.class,
        Air.TWO_METERS, adapter -> adapter.join(new JoinRequest(heard(adapter, NEAR), Optional.empty(), LIMIT),
            Progress.NONE)));
    isHome();
  }

  @Test
  void aMeterWithoutAddressIsTold() throws Exception {
    assertEquals(new WifiFailure.NoDhcp(NEAR), failsWith(WifiFailure.NoDhcp.class, Air.NO_ADDRESS,
        adapter -> adapter.join(request(heard(adapter, NEAR)), Progress.NONE)));
    isHome();
  }

  @Test
  void joiningEndsAtItsLimit() throws Exception {
    failsWith(WifiFailure.TimedOut.class, Air.JOIN_HANGS, adapter -> adapter.join(
        new JoinRequest(heard(adapter, NEAR), Optional.of(PASSWORD), Duration.ofMillis(500)), Progress.NONE));
    isHome();
  }

  @Test
  void joiningIsCancelledWherever() throws Exception {
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      int after = looks;
      failsWith(WifiFailure.Cancelled.class, Air.JOIN_HANGS,
          adapter -> adapter.join(request(AccessPoint.heard(NEAR, NEAR.mac(), -50)), new CancelledAfter(after)));
      isHome();
      nothingIsLeftBehind();
    }
  }

  @Test
  void aFailureDoesNotStandInTheWayOfTheNextMeter() throws Exception {
    WifiAdapter adapter = in(Air.TWO_METERS);
    assertThrows(WifiException.class,
        () -> adapter.join(request(AccessPoint.heard(ABSENT, ABSENT.mac(), -60)), Progress.NONE));
    try (Connection joined = adapter.join(request(heard(adapter, FAR)), Progress.NONE)) {
      assertEquals(Optional.of(FAR), joined.network().meter());
    }
    isHome();
  }

  @Test
  void anImpostorIsNotSentThePassword() throws Exception {
    WifiAdapter adapter = in(Air.IMPOSTOR_HEARD);
    AccessPoint heard = heard(adapter, NEAR);
    assertTrue(heard.isImpostor());
    WifiFailure failure = assertThrows(WifiException.class, () -> join(adapter, heard)).failure();
    assertEquals(new WifiFailure.Impostor(NEAR, OTHER_RADIO), failure);
    assertEquals(0, stage().passwordsSent());
    isHome();
  }

  @Test
  void anotherRadioThanTheChosenOneIsLeftAtOnce() throws Exception {
    WifiAdapter adapter = in(Air.IMPOSTOR_JOINED);
    AccessPoint heard = AccessPoint.heard(NEAR, NEAR.mac(), -50);
    WifiFailure failure = assertThrows(WifiException.class, () -> join(adapter, heard)).failure();
    assertEquals(new WifiFailure.Impostor(NEAR, OTHER_RADIO), failure);
    isHome();
  }

  @ParameterizedTest
  @EnumSource(value = Air.class, names = {"NO_ADAPTER", "RADIO_OFF", "FORBIDDEN", "NO_SERVICE"})
  void whatIsMissingIsSaidWithItsRemedy(Air air) throws Exception {
    WifiAdapter adapter = in(air);
    Class<? extends WifiFailure> expected = switch (air) {
      case NO_ADAPTER -> WifiFailure.NoAdapter.class;
      case RADIO_OFF -> WifiFailure.RadioOff.class;
      case FORBIDDEN -> WifiFailure.PermissionDenied.class;
      default -> WifiFailure.Unsupported.class;
    };
    WifiException scan = assertThrows(WifiException.class, () -> adapter.scan(LIMIT, Progress.NONE));
    assertInstanceOf(expected, scan.failure());
    if (air == Air.FORBIDDEN && adapter.ability().joins())
      return;
    WifiException join = assertThrows(WifiException.class,
        () -> adapter.join(request(AccessPoint.heard(NEAR, NEAR.mac(), -50)), Progress.NONE));
    assertInstanceOf(expected, join.failure());
  }

  private interface Attempt {
    void on(WifiAdapter adapter) throws Exception;
  }

  private <F extends WifiFailure> F failsWith(Class<F> kind, Air air, Attempt attempt) throws Exception {
    WifiAdapter adapter = in(air);
    WifiException thrown = assertThrows(WifiException.class, () -> attempt.on(adapter));
    return assertInstanceOf(kind, thrown.failure(), String.valueOf(thrown.getMessage()));
  }

  private static Connection join(WifiAdapter adapter, AccessPoint meter) throws WifiException {
    return new MeterJoin(adapter, _ -> Optional.of(PASSWORD)).join(meter, Progress.NONE);
  }

  private static JoinRequest request(AccessPoint meter) {
    return new JoinRequest(meter, Optional.of(PASSWORD), LIMIT);
  }

  private static AccessPoint heard(WifiAdapter adapter, Ssid meter) throws WifiException {
    return adapter.scan(LIMIT, Progress.NONE).stream().filter(heard -> heard.ssid().equals(meter)).findFirst()
        .orElseThrow();
  }

  /// A system may take a moment to say so after a failed join.
  private void isHome() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<String> name;
    do {
      name = stage().adapter().current().map(JoinedNetwork::name);
      if (name.equals(Optional.of(HOME)))
        return;
      LockSupport.parkNanos(POLL_NANOS);
    } while (System.nanoTime() < deadline);
    assertEquals(Optional.of(HOME), name);
  }

  /// Cancelled when it was asked so many times.
  private static final class CancelledAfter implements Progress {
    private int left;

    CancelledAfter(int looks) {
      left = looks;
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public synchronized boolean cancelled() {
      return left-- <= 0;
    }
  }
}
