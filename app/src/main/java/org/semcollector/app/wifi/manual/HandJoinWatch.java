package org.semcollector.app.wifi.manual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Notices a meter that the user joins. Looking is cheap and may be done every few seconds: the meter itself is asked once
/// per join.
public final class HandJoinWatch {
  private final WifiAdapter wifi;
  private final LocalNetwork network;
  private final MeterProbe probe;
  private final KnownMeters known;
  private Seen seen = new Seen(List.of(), List.of(), Optional.empty());
  private ProbeAnswer answer = new ProbeAnswer.NotAsked();

  /// Meters of earlier visits.
  @FunctionalInterface
  public interface KnownMeters {
    List<MeterRow> meters() throws Exception;
  }

  /// What changes when another network is joined.
  private record Seen(List<LocalAddress> own, List<Neighbour> neighbours, Optional<String> name) {}

  /// @param wifi names the current network, where the system does
  public HandJoinWatch(WifiAdapter wifi, LocalNetwork network, MeterProbe probe, KnownMeters known) {
    this.wifi = wifi;
    this.network = network;
    this.probe = probe;
    this.known = known;
  }

  /// Looks whether a meter is joined; asks the one at the meters' address only when something changed since.
  public synchronized HandJoin look(Progress progress) {
    Optional<JoinedNetwork> current = current();
    Seen now = seen(current);
    if (now.own().isEmpty()) {
      answer = new ProbeAnswer.NotAsked();
    } else if (!now.equals(seen) || answer instanceof ProbeAnswer.NotAsked) {
      answer = probe.ask(progress);
      now = seen(current); // asking fills the neighbour table
    }
    seen = now;
    return new HandJoinFacts(now.own(), current, now.neighbours(), answer, known()).judge();
  }

  /// Looks and asks in any case: before something is begun.
  public synchronized HandJoin lookAgain(Progress progress) {
    answer = new ProbeAnswer.NotAsked();
    return look(progress);
  }

  /// What answered when it was last asked.
  public synchronized ProbeAnswer lastAnswer() {
    return answer;
  }

  /// Where a joined meter answers.
  public java.net.URI meterUri() {
    return probe.uri();
  }

  private Seen seen(Optional<JoinedNetwork> current) {
    List<LocalAddress> own = network.addresses().stream().filter(LocalAddress::inMeterNetwork).toList();
    return own.isEmpty()
        ? new Seen(List.of(), List.of(), Optional.empty())
        : new Seen(own, network.atMeterAddress(), current.map(JoinedNetwork::name));
  }

  private Optional<JoinedNetwork> current() {
    try {
      return wifi.current();
    } catch (WifiException e) {
      return Optional.empty(); // the other sources are enough
    }
  }

  private Map<MeterToken, Ssid> known() {
    var byToken = new HashMap<MeterToken, Ssid>();
    Set<MeterToken> shared = new HashSet<>();
    try {
      for (MeterRow meter : known.meters())
        meter.token().ifPresent(token -> {
          if (byToken.putIfAbsent(token, meter.ssid()) != null)
            shared.add(token);
        });
    } catch (Exception e) {
      return Map.of(); // a store that cannot be read knows nobody; the visit compares again
    }
    byToken.keySet().removeAll(shared);
    return Map.copyOf(byToken);
  }
}
