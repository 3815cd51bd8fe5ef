package org.semcollector.app.laptopclock.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.laptopclock.SystemSync;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// What the kernel knows of its clock, by `adjtimex(2)` with `modes` 0, which only reads. Whatever program keeps the
/// clock (timesyncd, chrony, ntpd) tells the kernel; without one the largest error grows by 500 millionths, and after
/// 16 s, some nine hours, the kernel itself says that the clock is not kept.
// Restricted: calling native code is this class's purpose; the start script allows it.
@SuppressWarnings("restricted")
public final class KernelSync implements SystemSync {
  private static final Logger LOG = LoggerFactory.getLogger(KernelSync.class);
  /// struct timex of 64-bit Linux: modes at 0, maxerror (µs) at 24, status at 40; 208 bytes in all.
  private static final int TIMEX = 208;
  private static final int MAX_ERROR = 24;
  private static final int STATUS = 40;
  private static final int STA_UNSYNC = 0x40;
  private static final int TIME_ERROR = 5;

  private @Nullable MethodHandle adjtimex;

  /// Nothing is called before the clock is asked for.
  @Override
  public synchronized State state() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(TIMEX, Long.BYTES);
      int result = (int) function().invokeExact(timex);
      return state(result, timex.get(JAVA_INT, STATUS), timex.get(JAVA_LONG, MAX_ERROR));
    } catch (Throwable e) {
      LOG.info("the kernel does not tell about its clock: {}", e.toString());
      return new Unknown();
    }
  }

  private MethodHandle function() {
    MethodHandle known = adjtimex;
    if (known == null) {
      SymbolLookup library = Linker.nativeLinker().defaultLookup();
      known = Linker.nativeLinker().downcallHandle(library.findOrThrow("adjtimex"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS));
      adjtimex = known;
    }
    return known;
  }

  static State state(int result, int status, long maxErrorMicros) {
    if (result < 0)
      return new Unknown();
    return result == TIME_ERROR || (status & STA_UNSYNC) != 0
        ? new NotKept()
        : new Kept(Duration.of(maxErrorMicros, ChronoUnit.MICROS));
  }
}
