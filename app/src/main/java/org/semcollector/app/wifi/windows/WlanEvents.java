package org.semcollector.app.wifi.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.lang.foreign.ValueLayout.ADDRESS;

/// Takes notifications on Windows's threads and keeps copies until somebody asks: the memory they point to is gone when
/// the call returns.
final class WlanEvents {
  private static final Logger LOG = LoggerFactory.getLogger(WlanEvents.class);
  /// More than any one action brings; what nobody asked for is dropped, the oldest first.
  private static final int KEPT = 256;

  /// These come with data about the connection; 9 is its start, 20 the beginning of its end.
  private static final Set<Integer> ABOUT_CONNECTION = Set.of(9, WlanEvent.CONNECTION_COMPLETE,
      WlanEvent.CONNECTION_ATTEMPT_FAIL, 20, WlanEvent.DISCONNECTED);

  private final LinkedBlockingQueue<WlanEvent> queue = new LinkedBlockingQueue<>(KEPT);
  private final Map<UUID, String> lastJoined = new ConcurrentHashMap<>();

  /// The address Windows calls. It lives as long as the arena, which must not be closed while Windows knows it.
  // Restricted: Windows calls back into this program through it.
  @SuppressWarnings("restricted")
  MemorySegment callback(Arena arena) {
    try {
      MethodHandle notified = MethodHandles.lookup().bind(this, "notified",
          MethodType.methodType(void.class, MemorySegment.class));
      // the second argument is one's own, given at registration: none here
      MethodHandle target = MethodHandles.dropArguments(notified, 1, MemorySegment.class);
      return Linker.nativeLinker().upcallStub(target, FunctionDescriptor.ofVoid(
          ADDRESS.withTargetLayout(WlanLayouts.NOTIFICATION), ADDRESS), arena);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the callback of this class", e);
    }
  }

  /// Called by Windows. Nothing may be thrown out of it: that would end the whole program.
  @SuppressWarnings("UnusedMethod") // by name, in callback
  private void notified(MemorySegment data) {
    try {
      take(copy(new Structure(data, WlanLayouts.NOTIFICATION)));
    } catch (RuntimeException | Error e) {
      LOG.warn("a notification of Wi-Fi cannot be read", e);
    }
  }

  // Restricted: the length that Windows gives is believed.
  @SuppressWarnings("restricted")
  private static WlanEvent copy(Structure notification) {
    UUID adapter = notification.guid("InterfaceGuid");
    int code = notification.number("NotificationCode");
    long size = Integer.toUnsignedLong(notification.number("dwDataSize"));
    if (!ABOUT_CONNECTION.contains(code) || size < WlanLayouts.CONNECTION_NOTIFICATION.byteSize())
      return new WlanEvent(adapter, code, "", "", 0);
    var connection = new Structure(notification.pointer("pData").reinterpret(size),
        WlanLayouts.CONNECTION_NOTIFICATION);
    return new WlanEvent(adapter, code, connection.text("strProfileName"), connection.ssid("dot11Ssid"),
        connection.number("wlanReasonCode"));
  }

  private void take(WlanEvent event) {
    if (event.code() == WlanEvent.CONNECTION_COMPLETE && event.reason() == 0 && !event.profile().isEmpty())
      lastJoined.put(event.adapter(), event.profile());
    while (!queue.offer(event))
      queue.poll();
  }

  /// Forgets what came so far, before something is asked for whose answer is awaited.
  void clear() {
    queue.clear();
  }

  /// The oldest notification of an adapter; what other adapters said before it is dropped.
  Optional<WlanEvent> next(UUID adapter) {
    for (WlanEvent event = queue.poll(); event != null; event = queue.poll()) {
      if (event.adapter().equals(adapter))
        return Optional.of(event);
    }
    return Optional.empty();
  }

  /// The profile an adapter joined last while this program listened. Needs no consent to location.
  Optional<String> lastJoined(UUID adapter) {
    return Optional.ofNullable(lastJoined.get(adapter));
  }
}
