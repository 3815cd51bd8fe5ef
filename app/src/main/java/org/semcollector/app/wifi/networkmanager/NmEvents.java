package org.semcollector.app.wifi.networkmanager;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// The events of one radio and of all active connections, in their order, from when they are first listened to.
final class NmEvents {
  private final BlockingQueue<NmEvent> waiting = new LinkedBlockingQueue<>();

  private NmEvents() {}

  static NmEvents of(NmBus bus, WifiDevice device) throws NmException {
    var events = new NmEvents();
    bus.listen(NmNames.DEVICE, "StateChanged", (path, values) -> {
      if (path.equals(device.path()))
        events.waiting.add(new NmEvent.Device(Values.number(values[0]), Values.number(values[2])));
    });
    bus.listen(NmNames.ACTIVE, "StateChanged", (path, values) -> events.waiting
        .add(new NmEvent.Active(path, Values.number(values[0]), Values.number(values[1]))));
    return events;
  }

  /// The next one; empty when none comes in one step of waiting.
  Optional<NmEvent> next() throws WifiException {
    try {
      return Optional.ofNullable(waiting.poll(Patience.STEP.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new WifiException(new WifiFailure.Cancelled(), e);
    }
  }
}
