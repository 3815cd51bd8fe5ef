package org.semcollector.app.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.FirmwareStep;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.app.health.Finding;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.health.MemoryForecast;
import org.semcollector.app.health.Severity;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.operate.ClockDrift;
import org.semcollector.app.operate.ClockHistory;
import org.semcollector.app.operate.ClockLag;
import org.semcollector.app.operate.ClockVisit;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterLook;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.PreparedSetUps;
import org.semcollector.app.setup.SetUpListener;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.readout.TokenState;

/// Operations of a made-up site, in memory; what they answer can be chosen, and they can be held.
public final class FakeOperations {
  public static final java.util.UUID PROFILE = java.util.UUID.fromString("784f394c-42b6-435a-983c-b7beff2784f9");

  public final Map<Ssid, HealthVerdict> verdicts = new HashMap<>();
  public final Map<Ssid, MeterNote> notes = new HashMap<>();
  public final Map<Ssid, PreparedSetUp> prepared = new TreeMap<>();
  public final Map<Ssid, Campaign.Standing> standings = new HashMap<>();
  public final Map<Ssid, FirmwareResult.State> updates = new HashMap<>();
  public final List<HeldFirmware> held = new ArrayList<>();
  public final List<FirmwareRequest> sent = new ArrayList<>();
  public final List<String> operated = new ArrayList<>();
  public final List<PreparedSetUp> done = new ArrayList<>();
  public LookResult found = new LookResult.Seen(new MeterLook(new FirmwareVersion(102),
      ReleaseVersion.readings(new FirmwareVersion(102)), new TokenState.Unset(), Optional.empty()));
  public SetUpResult.State outcome = SetUpResult.State.DONE;
  public Optional<StoreException> trouble = Optional.empty();
  /// Counted down when work over the air may go on.
  public volatile CountDownLatch mayGoOn = new CountDownLatch(0);

  public OperationServices services() {
    return new OperationServices(this::verdict, _ -> clock(), operate(), memory(), lists(), this::look, this::setUp,
        library(), this::campaign,
        this::update);
  }

  /// What is noted about a meter.
  public MeterNote note(Ssid ssid) {
    return notes.getOrDefault(ssid, MeterNote.empty(ssid));
  }

  /// A token of the made-up profile.
  public static MeterToken token(int number) {
    return new MeterToken(String.format(java.util.Locale.ROOT, "AccessTokenNumber%03d", number), PROFILE);
  }

  public void prepare(Ssid ssid, int number, String name) {
    prepared.put(ssid, new PreparedSetUp(ssid, token(number), Optional.of(name), Optional.of("High street"),
        Optional.empty()));
  }

  /// Findings of every severity.
  public static HealthVerdict manyFindings() {
    return new HealthVerdict(List.of(
        new Finding("energy-factor", Severity.WATCH, 1, List.of(0.4935, 2.026, 412)),
        new Finding("voltage-absent", Severity.FAULT, 2, List.of(1.2)),
        new Finding("clock-lag", Severity.NOTE, 0, List.of(2L, 10, 1)),
        new Finding("memory", Severity.WATCH, 0, List.of(48_120, 60_674, Instant.parse("2025-11-30T00:00:00Z")))),
        2160);
  }

  public void hold(String title, String version, Path file, long size) {
    held.add(new HeldFirmware(new ServerFirmware("id-" + title + version, PROFILE.toString(), "SEM", title, version,
        size, "SHA256", "1c2d3e4f5a6b7c8d9e0f1c2d3e4f5a6b7c8d9e0f1c2d3e4f5a6b7c8d9e0f1c2d"), file,
        FakeSite.NOW.minusSeconds(86_400)));
  }

  private Optional<HealthLook> verdict(Ssid meter) throws StoreException {
    if (trouble.isPresent())
      throw trouble.get();
    return Optional.of(new HealthLook(verdicts.getOrDefault(meter, new HealthVerdict(List.of(), 720)),
        new MemoryForecast(12_400, 60_674, Instant.parse("2029-11-30T00:00:00Z"))));
  }

  private static ClockHistory clock() {
    Instant set = FakeSite.NOW.minusSeconds(30 * 86_400);
    var lag = new ClockLag(Duration.ofSeconds(52), Duration.ofSeconds(60));
    return new ClockHistory(List.of(
        new ClockVisit("a", set, Optional.of(set), 2,
            new ClockLag(Duration.ofMinutes(100), Duration.ofMinutes(160)), Optional.empty()),
        new ClockVisit("b", FakeSite.NOW, Optional.of(FakeSite.NOW), 0, lag,
            Optional.of(new ClockDrift(set, FakeSite.NOW, lag)))));
  }

  private OperationServices.Operate operate() {
    return new OperationServices.Operate() {
      @Override
      public OperationResult setTime(AccessPoint meter, CollectListener listener) {
        operated.add("clock " + meter.ssid());
        listener.step(CollectStep.SET_CLOCK);
        await();
        return new OperationResult(meter.ssid(), OperationResult.State.DONE, Optional.empty(),
            "The clock was 56 s behind and is set.");
      }

      @Override
      public OperationResult erase(AccessPoint meter, Optional<String> typedName, CollectListener listener) {
        operated.add("erase " + meter.ssid() + typedName.map(name -> " unproven as " + name).orElse(""));
        return new OperationResult(meter.ssid(), typedName.isPresent()
            ? OperationResult.State.DONE
            : OperationResult.State.NOT_DONE, Optional.empty(),
            "137 readings could not be proven safe; the meter keeps "
                + "them. Collect again.");
      }
    };
  }

  private OptionalInt look(AccessPoint meter, Consumer<LookResult> known, Progress progress) {
    known.accept(found);
    await();
    return progress.cancelled() || found instanceof LookResult.NotSeen ? OptionalInt.empty() : OptionalInt.of(137);
  }

  private SetUpResult setUp(AccessPoint meter, PreparedSetUp wanted, OperationServices.Confirmed confirmed,
      SetUpListener listener) {
    done.add(wanted);
    listener.step(CollectStep.JOIN);
    listener.step(CollectStep.DOWNLOAD);
    listener.step(CollectStep.ERASE);
    listener.storeToken();
    await();
    if (outcome == SetUpResult.State.NOT_DONE || outcome == SetUpResult.State.PARTLY)
      return new SetUpResult(meter.ssid(), outcome, "The token was sent, but the meter did not give it back. Its "
          + "readings are safe here. Switch the meter off and on, then repeat the set-up.");
    listener.readToken();
    listener.step(CollectStep.SET_CLOCK);
    return new SetUpResult(meter.ssid(), outcome,
        "The 137 readings of the meter are safe here. It holds the token, read back, and its clock is set.");
  }

  private Campaign campaign(List<Ssid> meters, int number) {
    return new Campaign(number, meters.stream()
        .map(ssid -> new Campaign.Entry(ssid, standings.getOrDefault(ssid, Campaign.Standing.OPEN))).toList());
  }

  private FirmwareResult update(AccessPoint meter, FirmwareRequest request, FirmwareListener listener) {
    sent.add(request);
    listener.step(FirmwareStep.JOIN);
    listener.step(FirmwareStep.SEND);
    listener.sending().at(62, 100);
    await();
    FirmwareResult.State state = updates.getOrDefault(meter.ssid(), FirmwareResult.State.CONFIRMED);
    switch (state) {
      case CONFIRMED, ALREADY -> standings.put(meter.ssid(), Campaign.Standing.CONFIRMED);
      case ROLLED_BACK -> standings.put(meter.ssid(), Campaign.Standing.ROLLED_BACK);
      case UNKNOWN -> standings.put(meter.ssid(), Campaign.Standing.UNKNOWN);
      case NOT_SENT -> {
        // it stays as it was
      }
    }
    return new FirmwareResult(meter.ssid(), state, List.of(), switch (state) {
      case CONFIRMED, ALREADY -> "The meter runs version 1.1.3 now (number 113); its clock is set again.";
      case NOT_SENT -> "The meter could not be reached: no answer came. Nothing was sent.";
      case ROLLED_BACK -> "The meter restarted with its old firmware (number 112).";
      case UNKNOWN -> "The firmware was sent, but the meter did not come back within 120 seconds.";
    });
  }

  private void await() {
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private FirmwareLibrary library() {
    return new FirmwareLibrary() {
      @Override
      public List<HeldFirmware> held() {
        return List.copyOf(held);
      }

      @Override
      public Optional<HeldFirmware> find(ServerFirmware firmware) {
        return Optional.empty();
      }

      @Override
      public HeldFirmware keep(ServerFirmware firmware, java.io.InputStream content) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private PreparedSetUps lists() {
    return new PreparedSetUps() {
      @Override
      public List<PreparedSetUp> all() {
        return List.copyOf(prepared.values());
      }

      @Override
      public void keep(List<PreparedSetUp> setUps) {
        setUps.forEach(one -> prepared.put(one.ssid(), one));
      }

      @Override
      public void remove(Ssid ssid) {
        prepared.remove(ssid);
      }
    };
  }

  private MeterNotes memory() {
    return new MeterNotes() {
      @Override
      public MeterNote note(Ssid ssid) {
        return FakeOperations.this.note(ssid);
      }

      @Override
      public List<MeterNote> all() {
        return List.copyOf(notes.values());
      }

      @Override
      public MeterNote change(Ssid ssid, UnaryOperator<MeterNote> change) {
        MeterNote changed = change.apply(note(ssid));
        notes.put(ssid, changed);
        return changed;
      }
    };
  }
}
