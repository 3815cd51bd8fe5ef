package org.semcollector.protocol.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.Fault.Kind;
import org.semcollector.protocol.simulator.Transmission.Ending;

/// One request, its meter, and the faults that strike it.
final class FaultyHandler {
  private static final Bytes PAGE = Bytes.copyOf(WireRequestReader.ascii(
      "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to use this network.</body></html>"));

  private final List<Fault> faults;
  private final SimulatedMeter meter;

  FaultyHandler(List<Fault> faults, SimulatedMeter meter) {
    this.faults = faults;
    this.meter = meter;
  }

  /// What the meter does with the request, and how the reply travels.
  Transmission handle(MeterRequest request) {
    prepareMeter();
    if (has(Kind.REBOOT)) {
      meter.reboot();
      return Transmission.nothing(Ending.CLOSE);
    }
    MeterReply reply = insteadOfHandler().orElseGet(() -> meter.handle(request));
    if (has(Kind.LOSE))
      return Transmission.nothing(Ending.CLOSE);
    return switch (reply) {
      case MeterReply.Answer answer -> faulty(edited(answer));
      case MeterReply.Unfinished unfinished -> Transmission.of(WireWriter.unfinished(unfinished), Ending.KEEP);
      case MeterReply.Refusal refusal -> Transmission.of(WireWriter.refusal(refusal), Ending.CLOSE);
      case MeterReply.NoAnswer _ -> Transmission.nothing(Ending.CLOSE);
    };
  }

  private void prepareMeter() {
    for (Fault fault : faults) {
      switch (fault.kind()) {
        case GROW -> {
          for (int i = 0; i < fault.argument(); i++) {
            meter.saveEarly();
          }
        }
        case HALF -> meter.failNextEraseHalfway();
        case FORGET -> meter.forgetToken();
        case HANG -> meter.handle(MeterRequest.post("/token", Bytes.ofHex("ff")));
        case ROLL_BACK -> meter.rollBackUpdates();
        default -> {
          // strikes later
        }
      }
    }
  }

  private Optional<MeterReply> insteadOfHandler() {
    if (has(Kind.REFUSE))
      return Optional.of(MeterReply.Answer.internalError("refused"));
    if (has(Kind.IGNORE))
      return Optional.of(MeterReply.Answer.done());
    if (has(Kind.HTML))
      return Optional.of(MeterReply.Answer.ok(PAGE, PAGE.length()));
    return first(Kind.STATUS)
        .map(fault -> new MeterReply.Answer(fault.argument(), fault.argument() == 200 ? "" : "Fault", Bytes.EMPTY, 1));
  }

  private MeterReply.Answer edited(MeterReply.Answer answer) {
    MeterReply.Answer edited = answer;
    for (Fault fault : faults) {
      edited = edited.withBody(BodyFaults.apply(fault, edited.body()));
    }
    return edited;
  }

  private Transmission faulty(MeterReply.Answer answer) {
    Transmission sent = Transmission.of(WireWriter.answer(answer), Ending.KEEP);
    for (Fault fault : faults) {
      Supplier<Integer> at = () -> WireWriter.wireLength(answer, fault.argument());
      sent = switch (fault.kind()) {
        case CUT -> sent.cut(at.get(), Ending.CLOSE);
        case REBOOT_AT -> sent.cut(at.get(), Ending.REBOOT);
        case OFF_AT -> sent.cut(at.get(), Ending.OFF);
        case REBOOT_AFTER -> sent.endingWith(Ending.REBOOT);
        case OFF_AFTER -> sent.endingWith(Ending.OFF);
        case TRICKLE -> sent.atRate(fault.argument());
        case STALL -> fault.pause().isPresent()
            ? sent.pausedAt(at.get(), fault.pause().get())
            : sent.cut(at.get(), Ending.KEEP);
        default -> sent;
      };
    }
    return sent;
  }

  private boolean has(Kind kind) {
    return first(kind).isPresent();
  }

  private Optional<Fault> first(Kind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
  }
}
