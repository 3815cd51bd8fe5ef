package org.semcollector.app.wifi.windows;

import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leaves a meter for what was before it.
record WlanReturn(WlanService service, WlanLimits limits) {
  private static final Logger LOG = LoggerFactory.getLogger(WlanReturn.class);

  /// @return the network that is back
  /// @throws WifiException [WifiFailure.RestoreFailed] when it is not in time; the meter is left all the same
  Restored to(WlanFormer former, WlanAdapter adapter, Duration limit) throws WifiException {
    try {
      if (former.profile().isEmpty())
        return leave(former, adapter, limit);
      String profile = former.profile().get();
      // joining another network leaves this one by itself
      service.connect(adapter.guid(), WlanTarget.saved(profile));
      int reason = joined(adapter, limit).filter(event -> event.profile().equals(profile))
          .map(WlanEvent::reason).orElse(-1);
      if (reason == 0)
        return new Restored(former.profile());
      LOG.info("{} did not come back: reason {}", profile, reason);
    } catch (WlanException e) {
      LOG.warn("the former network cannot be asked for", e);
    }
    disconnect(adapter);
    throw new WifiException(new WifiFailure.RestoreFailed(former.profile()));
  }

  /// Whether Windows went back by itself, because the meter was lost.
  boolean happened(WlanFormer former, WlanAdapter adapter) {
    try {
      return former.profile().isPresent()
          && service.connection(adapter.guid()).map(WlanConnection::profile).equals(former.profile());
    } catch (WlanException e) {
      return false;
    }
  }

  /// Where the former network is not known, Windows chooses among those it knows once the meter is left.
  private Restored leave(WlanFormer former, WlanAdapter adapter, Duration limit) throws WifiException, WlanException {
    service.disconnect(adapter.guid());
    if (!former.connected())
      return new Restored(Optional.empty());
    Duration patience = limit.compareTo(limits.unknownRestore()) < 0 ? limit : limits.unknownRestore();
    return new Restored(joined(adapter, patience).filter(event -> event.reason() == 0).map(WlanEvent::profile));
  }

  private Optional<WlanEvent> joined(WlanAdapter adapter, Duration limit) throws WifiException {
    return Waiting.until(limit, Progress.NONE, () -> service.events().next(adapter.guid())
        .filter(event -> event.code() == WlanEvent.CONNECTION_COMPLETE));
  }

  /// The meter is not held when the former network is away; Windows goes on looking for networks it knows.
  private void disconnect(WlanAdapter adapter) {
    try {
      service.disconnect(adapter.guid());
    } catch (WlanException e) {
      LOG.warn("the meter cannot be left", e);
    }
  }
}
