package org.semcollector.app.wiring;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.semcollector.app.backup.Backup;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.FirmwareUpdate;
import org.semcollector.app.firmware.WifiLink;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.operate.ClockHistoryQuery;
import org.semcollector.app.operate.EraseRequest;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterOperations;
import org.semcollector.app.operate.MeterQuestions;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.operate.TargetMeter;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpListener;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.setup.SetUpService;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.OperationServices.Confirmed;
import org.semcollector.app.ui.ProgramServices;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;

/// What the window's screens for operating meters work with: the use cases, and the way to a meter over the air.
final class OperationWiring {
  private OperationWiring() {}

  static OperationServices operations(AppServices services, MeterJoin join) throws Exception {
    ClockHistoryQuery clocks = services.clockHistory();
    var journal = services.journal();
    return new OperationServices(meter -> services.health().look(meter), clocks::of,
        new AirOperate(join, services.operations()), services.notes(), services.preparedSetUps(),
        new AirLook(join, services.questions())::look, new AirSetUp(join, services.setUp())::run,
        services.server().library(), (meters, number) -> Campaign.of(journal, meters, number),
        new AirUpdate(join, services.firmware())::run);
  }

  static ProgramServices program(AppServices services, SystemFacts system) {
    return new ProgramServices(Libraries.ownVersion().orElse(""), Libraries.all(), services.dataDir(),
        new Backup(services.dataDir(), system.clock()), services.passphrases(), system.locale(), system.zone());
  }

  /// A look over the air.
  private record AirLook(MeterJoin join, MeterQuestions questions) {
    OptionalInt look(AccessPoint meter, Consumer<LookResult> known, Progress progress) {
      try (WifiAdapter.Connection joined = join.join(meter, progress)) {
        LookResult result = questions.look(joined.meterUri());
        known.accept(result);
        return result instanceof LookResult.Seen
            ? questions.count(joined.meterUri(), progress)
            : OptionalInt.empty();
      } catch (WifiException e) {
        known.accept(new LookResult.NotSeen(String.valueOf(e.getMessage())));
        return OptionalInt.empty();
      }
    }
  }

  /// Clock and memory over the air.
  private record AirOperate(MeterJoin join, MeterOperations operations) implements OperationServices.Operate {
    @Override
    public OperationResult setTime(AccessPoint meter, CollectListener listener) {
      return joined(meter, listener, target -> operations.setTime(target, false, listener));
    }

    @Override
    public OperationResult erase(AccessPoint meter, Optional<String> typedName, CollectListener listener) {
      return joined(meter, listener,
          target -> operations.erase(new EraseRequest(target, typedName, false), listener));
    }

    private OperationResult joined(AccessPoint meter, CollectListener listener,
        Function<TargetMeter, OperationResult> work) {
      listener.step(CollectStep.JOIN);
      try (WifiAdapter.Connection joined = join.join(meter, listener.bytes(CollectStep.JOIN))) {
        return work.apply(new TargetMeter(meter.ssid(), joined.meterUri()));
      } catch (WifiException e) {
        return new OperationResult(meter.ssid(), OperationResult.State.NOT_DONE, Optional.empty(),
            e.getMessage() + " Nothing was changed on the meter.");
      }
    }
  }

  /// A set-up over the air.
  private record AirSetUp(MeterJoin join, SetUpService setUp) {
    SetUpResult run(AccessPoint meter, PreparedSetUp wanted, Confirmed confirmed, SetUpListener listener) {
      listener.step(CollectStep.JOIN);
      try (WifiAdapter.Connection joined = join.join(meter, listener.bytes(CollectStep.JOIN))) {
        return setUp.run(new SetUpRequest(meter.ssid(), joined.meterUri(), wanted.token(), wanted.name(),
            wanted.site(), confirmed.replace(), confirmed.clock()), listener);
      } catch (WifiException e) {
        return new SetUpResult(meter.ssid(), SetUpResult.State.NOT_DONE,
            Optional.ofNullable(e.getMessage()).orElse("") + " Nothing was changed on the meter.");
      }
    }
  }

  /// An update over the air.
  private record AirUpdate(MeterJoin join, FirmwareUpdate update) {
    FirmwareResult run(AccessPoint meter, FirmwareRequest request, FirmwareListener listener) {
      try (WifiLink link = new WifiLink(join, meter)) {
        return update.run(request, link, listener);
      }
    }
  }
}
