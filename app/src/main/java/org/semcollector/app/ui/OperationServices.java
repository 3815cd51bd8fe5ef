package org.semcollector.app.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.operate.ClockHistory;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.PreparedSetUps;
import org.semcollector.app.setup.SetUpListener;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

/// What the screens for operating meters work with. Everything blocks and is called from worker threads.
///
/// @param verdicts what is wrong with a meter, and how full it is
/// @param clocks how a meter's clock keeps time
/// @param operate clock and memory of a meter over the air
/// @param notes what people said about meters
/// @param prepared set-ups prepared in the office
/// @param look a look at a meter in range
/// @param setUp one set-up over the air
/// @param library firmware held on this laptop
/// @param campaigns where meters stand with a firmware
/// @param update one update over the air
public record OperationServices(
    Verdicts verdicts,
    Clocks clocks,
    Operate operate,
    MeterNotes notes,
    PreparedSetUps prepared,
    Look look,
    SetUp setUp,
    FirmwareLibrary library,
    Campaigns campaigns,
    Update update) {
  /// What is wrong with a meter, and how full it is.
  public interface Verdicts {
    /// @return empty for a meter nobody knows
    Optional<HealthLook> of(Ssid meter) throws StoreException, JournalException;
  }

  /// How a meter's clock keeps time.
  public interface Clocks {
    ClockHistory of(Ssid meter) throws StoreException;
  }

  /// What changes a meter, over the air: join, collect, change, leave. Never throws: what fails is a result with its
  /// sentence.
  public interface Operate {
    /// Sets its clock.
    OperationResult setTime(AccessPoint meter, CollectListener listener);

    /// Erases it.
    ///
    /// @param typedName what somebody typed to have it erased though not everything is proven safe
    OperationResult erase(AccessPoint meter, Optional<String> typedName, CollectListener listener);
  }

  /// A look at a meter in range, which changes nothing.
  public interface Look {
    /// @param known told once who it is, before its readings are counted
    /// @param progress may cancel the counting
    /// @return how many readings it holds; empty when they were not counted
    OptionalInt look(AccessPoint meter, Consumer<LookResult> known, Progress progress);
  }

  /// One set-up over the air: join, set up, leave.
  public interface SetUp {
    /// Never throws: a set-up that fails is a result with its sentence.
    ///
    SetUpResult setUp(AccessPoint meter, PreparedSetUp wanted, Confirmed confirmed, SetUpListener listener);
  }

  /// What somebody said to go on with.
  ///
  /// @param replace that a token is to be replaced although another one stands there
  /// @param clock that this computer's clock is right although something speaks against it
  public record Confirmed(boolean replace, boolean clock) {}

  /// Where meters stand with a firmware.
  public interface Campaigns {
    /// @param number the version it is sent as
    Campaign of(List<Ssid> meters, int number) throws JournalException;
  }

  /// One update over the air: join, update, leave.
  public interface Update {
    /// Never throws: an update that fails is a result with its sentence.
    FirmwareResult update(AccessPoint meter, FirmwareRequest request, FirmwareListener listener);
  }
}
