package org.semcollector.app.ui.meters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Listening that goes on by itself.
class AirViewModelTest {
  private final Radio radio = new Radio();
  private final Time time = new Time();
  private final DirectTasks tasks = new DirectTasks();
  private final AirViewModel air = new AirViewModel(radio, _ -> new HandJoin.None(), tasks, time,
      new Messages(Locale.UK));

  @Test
  void itListensAgainAfterARestAndNotBefore() {
    air.beat();
    assertEquals(1, radio.scans);
    time.pass(AirViewModel.REST.minusMillis(1));
    air.beat();
    assertEquals(1, radio.scans);
    time.pass(Duration.ofMillis(1));
    air.beat();
    assertEquals(2, radio.scans);
  }

  @Test
  void itIsSilentWhilePausedOrWhileAVisitNeedsTheRadio() {
    air.pausedProperty().set(true);
    air.beat();
    air.pausedProperty().set(false);
    boolean[] taken = {true};
    air.yieldTo(() -> taken[0]);
    air.beat();
    assertEquals(0, radio.scans);
    taken[0] = false;
    air.beat();
    assertEquals(1, radio.scans);
  }

  @Test
  void onlyOneScanRunsAtATime() {
    tasks.holding = true;
    air.scan();
    air.scan();
    assertTrue(air.scanningProperty().get());
    assertEquals(1, tasks.names.size());
    tasks.goOn();
    assertFalse(air.scanningProperty().get());
  }

  @Test
  void aMeterThatIsNotHeardAnyMoreFadesAndThenGoes() {
    Ssid meter = FakeSite.ssid(0);
    radio.heard = List.of(AccessPoint.heard(meter, meter.mac(), -50));
    air.scan();
    radio.heard = List.of();
    time.pass(Duration.ofSeconds(30));
    air.scan();
    AirViewModel.Heard heard = air.heard(meter).orElseThrow();
    assertEquals(Signal.FADING, Signal.of(heard.point(), Duration.between(heard.at(), time.instant())));
    time.pass(Duration.ofSeconds(31));
    air.scan();
    assertEquals(Set.of(), air.inRange());
  }

  @Test
  void theSameMeterHeardTwiceIsTheStrongerOne() {
    Ssid meter = FakeSite.ssid(0);
    radio.heard = List.of(AccessPoint.heard(meter, meter.mac(), -80), AccessPoint.heard(meter, meter.mac(), -50),
        AccessPoint.heard(meter, meter.mac(), -70));
    air.scan();
    assertEquals(-50, air.heard(meter).orElseThrow().point().signalDbm());
  }

  @Test
  void whatIsInTheWayIsSaidAndForgottenWhenItIsMended() {
    radio.failure = Optional.of(new WifiFailure.RadioOff(false));
    air.scan();
    assertEquals(WifiState.RADIO_OFF, air.stateProperty().get());
    assertEquals("Wi-Fi is switched off. Turn it on in the system's Wi-Fi menu.", air.problemProperty().get());
    radio.failure = Optional.empty();
    air.scan();
    assertEquals(WifiState.NOTHING_HEARD, air.stateProperty().get());
    assertEquals("", air.problemProperty().get());
    assertEquals(Optional.empty(), air.failureProperty().get());
  }

  /// A radio as its test wants it.
  private static final class Radio implements WifiAdapter {
    private List<AccessPoint> heard = new ArrayList<>();
    private Optional<WifiFailure> failure = Optional.empty();
    private int scans;

    @Override
    public WifiAbility ability() {
      return WifiAbility.ALL;
    }

    @Override
    public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
      scans++;
      if (failure.isPresent())
        throw new WifiException(failure.get());
      return heard;
    }

    @Override
    public Optional<JoinedNetwork> current() {
      return Optional.empty();
    }

    @Override
    public Connection join(JoinRequest request, Progress progress) throws WifiException {
      throw new WifiException(new WifiFailure.NotFound(request.meter().ssid()));
    }

    @Override
    public void close() {
      // nothing was opened
    }
  }

  /// A clock that is put on.
  private static final class Time extends Clock {
    private Instant now = FakeSite.NOW;

    void pass(Duration length) {
      now = now.plus(length);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
