package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// One meter under simulated time. It has no thread and reads no clock: the caller says what time it is, and the meter
/// does everything it would have done until then. Two meters with the same settings and the same calls are the same to
/// the last byte. May be shared between threads.
public final class SimulatedMeter {
  private final Settings settings;
  private final HourAccumulator accumulator;
  private final MeterFlash flash;
  private final MeterRoutes routes;
  private final SplittableRandom random;
  private final List<TrueReading> truth = new ArrayList<>();
  private final List<TrueOutage> outages = new ArrayList<>();

  private Instant now = Instant.MIN;
  private @Nullable Uptime uptime;
  private @Nullable Restart restart;
  private @Nullable Instant offSince;
  private int version;
  private int epoch;
  private int lostSaves;
  private boolean halfFailNextErase;
  private boolean rollBackUpdates;

  /// What a meter is from the factory.
  ///
  /// @param firmwareVersion build number; 0 for the oldest builds, which do not know `/version`
  /// @param channels 1 to 3
  /// @param dutyFactor the part of the true energy the meter counts, 0 to 1
  /// @param seed decides all its small irregularities
  /// @param restartTime how long a restart takes
  /// @param capacitySaves how many saves its flash holds
  public record Settings(
      Ssid ssid,
      Optional<MeterToken> token,
      int firmwareVersion,
      int channels,
      double dutyFactor,
      long seed,
      Load load,
      Duration restartTime,
      int capacitySaves) {
    public Settings {
      if (channels < 1 || channels > 3)
        throw new IllegalArgumentException("a meter has 1 to 3 channels, not " + channels);
      if (!(dutyFactor >= 0 && dutyFactor <= 1))
        throw new IllegalArgumentException("duty factor " + dutyFactor + " is not between 0 and 1");
    }

    /// A single-phase meter of firmware 102 on a real household, without token.
    public static Settings of(Ssid ssid, long seed) {
      return new Settings(ssid, Optional.empty(), 102, 1, 0.49, seed, HouseholdLoad.ofSeed(seed, 1),
          Duration.ofSeconds(4), Shards.capacitySaves(1));
    }

    public Settings withToken(MeterToken newToken) {
      return new Settings(ssid, Optional.of(newToken), firmwareVersion, channels, dutyFactor, seed, load, restartTime,
          capacitySaves);
    }

    public Settings withFirmwareVersion(int newVersion) {
      return new Settings(ssid, token, newVersion, channels, dutyFactor, seed, load, restartTime, capacitySaves);
    }

    /// Three phases: the duty factor, the load's split and the flash's capacity go with it.
    public Settings threePhase() {
      return new Settings(ssid, token, firmwareVersion, 3, 0.25, seed, HouseholdLoad.ofSeed(seed, 3), restartTime,
          Shards.capacitySaves(3));
    }

    public Settings withDutyFactor(double newFactor) {
      return new Settings(ssid, token, firmwareVersion, channels, newFactor, seed, load, restartTime, capacitySaves);
    }

    public Settings withLoad(Load newLoad) {
      return new Settings(ssid, token, firmwareVersion, channels, dutyFactor, seed, newLoad, restartTime,
          capacitySaves);
    }

    public Settings withRestartTime(Duration newTime) {
      return new Settings(ssid, token, firmwareVersion, channels, dutyFactor, seed, load, newTime, capacitySaves);
    }

    public Settings withCapacitySaves(int newCapacity) {
      return new Settings(ssid, token, firmwareVersion, channels, dutyFactor, seed, load, restartTime, newCapacity);
    }
  }

  /// The time since the last boot.
  private static final class Uptime {
    final Instant bootedAt;
    final SaveTimer timer;
    final SavePeriod period;
    MeterClock clock;
    Instant periodStart;

    Uptime(Instant bootedAt, MeterClock clock, SavePeriod period, SplittableRandom random) {
      this.bootedAt = bootedAt;
      this.timer = new SaveTimer(period.length(), bootedAt, random);
      this.period = period;
      this.clock = clock;
      this.periodStart = bootedAt;
    }
  }

  /// A restart under way; one that rolls back boots the new firmware once, then the old one for good.
  private record Restart(Instant at, int newVersion, boolean rollsBack) {}

  public SimulatedMeter(Settings settings) {
    this.settings = settings;
    this.version = settings.firmwareVersion();
    this.flash = new MeterFlash(settings.capacitySaves());
    settings.token().ifPresent(token -> flash.storeToken(token.encode()));
    this.accumulator = new HourAccumulator(settings.load(), settings.channels(), settings.dutyFactor());
    this.random = new SplittableRandom(settings.seed());
    this.routes = new MeterRoutes(this, flash);
  }

  public Settings settings() {
    return settings;
  }

  public Ssid ssid() {
    return settings.ssid();
  }

  /// Power comes. Does nothing to a running meter.
  public synchronized void powerOn(Instant at) {
    advanceTo(at);
    if (uptime == null && restart == null) {
      boot(later(at));
    }
  }

  /// Power goes; the unfinished hour is lost.
  public synchronized void powerOff(Instant at) {
    advanceTo(at);
    if (uptime != null || restart != null) {
      uptime = null;
      if (restart == null) {
        offSince = now;
      }
      restart = null;
    }
  }

  /// Lets simulated time pass. An instant before the present one changes nothing.
  public synchronized void advanceTo(Instant trueTime) {
    if (restart != null && !restart.at().isAfter(trueTime)) {
      Restart due = restart;
      restart = null;
      if (due.rollsBack()) {
        bootOnce(due.at());
      } else {
        version = due.newVersion();
      }
      boot(due.at());
    }
    while (uptime != null && !uptime.timer.due().isAfter(trueTime)) {
      save(uptime, uptime.timer.due());
    }
    now = later(trueTime);
  }

  /// The meter starts anew, as after a crash or an update.
  public synchronized void reboot() {
    if (uptime != null) {
      restart(version, false);
    }
  }

  /// The save that is due next happens at the present instant.
  public synchronized void saveEarly() {
    if (uptime != null) {
      save(uptime, now);
    }
  }

  /// What the meter answers at the present instant.
  public synchronized MeterReply handle(MeterRequest request) {
    return uptime == null ? new MeterReply.NoAnswer() : routes.handle(request);
  }

  /// The answer that is given before the body of a request is read, if there is one.
  public synchronized Optional<MeterReply> refusalBeforeBody(MeterRequest head) {
    return uptime == null ? Optional.of(new MeterReply.NoAnswer()) : routes.refusalBeforeBody(head);
  }

  /// Whether it is on, started, and able to answer.
  public synchronized boolean isRunning() {
    return uptime != null;
  }

  /// The true instant of the last boot, from which its access point counts; empty while the meter does not run.
  public synchronized Optional<Instant> bootedAt() {
    return uptime == null ? Optional.empty() : Optional.of(uptime.bootedAt);
  }

  /// The simulated instant the meter has reached.
  public synchronized Instant now() {
    return now;
  }

  /// The true instant of the next save; empty while the meter does not run.
  public synchronized Optional<Instant> nextSave() {
    return uptime == null ? Optional.empty() : Optional.of(uptime.timer.due());
  }

  /// What its clock shows now, which no client can ask; empty while the meter does not run.
  public synchronized Optional<Instant> deviceTime() {
    return uptime == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(uptime.clock.deviceMillis(now)));
  }

  public synchronized FirmwareVersion version() {
    return new FirmwareVersion(version);
  }

  /// Every record ever stored, oldest first; erasing the meter does not erase the truth.
  public synchronized List<TrueReading> truth() {
    return List.copyOf(truth);
  }

  /// Every ended outage and restart, oldest first.
  public synchronized List<TrueOutage> outages() {
    return List.copyOf(outages);
  }

  /// Records now in the flash.
  public synchronized int recordCount() {
    return flash.recordCount();
  }

  /// The records themselves, before they become bytes.
  synchronized List<Reading> records() {
    return flash.records();
  }

  /// The 56 bytes now stored as token.
  public synchronized Optional<Bytes> storedToken() {
    return flash.token();
  }

  /// How often the meter has been erased.
  public synchronized int erasures() {
    return epoch;
  }

  /// Saves that a full or damaged flash did not take.
  public synchronized int lostSaves() {
    return lostSaves;
  }

  /// The next erase deletes the power-loss log, then fails.
  public synchronized void failNextEraseHalfway() {
    halfFailNextErase = true;
  }

  /// From now on a new firmware does not prove itself and the old one comes back.
  public synchronized void rollBackUpdates() {
    rollBackUpdates = true;
  }

  public synchronized void forgetToken() {
    flash.forgetToken();
  }

  synchronized boolean erase() {
    boolean half = halfFailNextErase;
    halfFailNextErase = false;
    boolean done = flash.erase(half);
    if (done) {
      epoch++;
    }
    return done;
  }

  /// Stores the time first, then sets the clock.
  synchronized boolean setClock(long millis) {
    if (uptime == null || !flash.storeTime(millis))
      return false;
    uptime.clock = MeterClock.set(millis, now);
    return true;
  }

  synchronized void restartWith(int newVersion) {
    boolean rollsBack = rollBackUpdates;
    rollBackUpdates = false;
    restart(newVersion, rollsBack);
  }

  private void restart(int newVersion, boolean rollsBack) {
    uptime = null;
    offSince = now;
    restart = new Restart(now.plus(settings.restartTime()), newVersion, rollsBack);
    advanceTo(now);
  }

  private void boot(Instant at) {
    now = later(at);
    MeterClock clock = bootOnce(at);
    if (clock == null) {
      return;
    }
    if (offSince != null) {
      outages.add(new TrueOutage(offSince, at));
      offSince = null;
    }
    uptime = new Uptime(at, clock, new FirmwareVersion(version).savePeriod(), random);
  }

  /// Restores the clock and logs what it shows a moment later; null when the flash has no room left to come up.
  private @Nullable MeterClock bootOnce(Instant at) {
    MeterClock clock = MeterClock.set(flash.storedMillis(), at);
    return flash.logBoot(clock.deviceMillis(at.plusMillis(4 + random.nextInt(26)))) ? clock : null;
  }

  private void save(Uptime running, Instant end) {
    List<Reading> records = accumulator.records(running.periodStart, end, running.clock,
        running.period == SavePeriod.MINUTE ? 60 : 1);
    int first = flash.recordCount();
    if (flash.save(records)) {
      for (int i = 0; i < records.size(); i++) {
        int channel = records.get(i).channel();
        truth.add(new TrueReading(epoch, first + i, channel, accumulator.sampledAt(running.periodStart, channel),
            accumulator.sampledAt(end, channel), accumulator.trueEnergyKwh(running.periodStart, end, channel)));
      }
    } else {
      lostSaves++;
    }
    Duration took = running.timer.saved(end);
    flash.storeTime(running.clock.deviceMillis(end.plus(took)));
    running.periodStart = end;
    now = later(end);
  }

  private Instant later(Instant time) {
    return time.isAfter(now) ? time : now;
  }
}
