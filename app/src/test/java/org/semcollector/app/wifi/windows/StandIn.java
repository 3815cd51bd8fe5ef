package org.semcollector.app.wifi.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semcollector.app.wifi.WifiException;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// The stand-in for Windows's libraries, compiled once and never unloaded: its threads may still run.
// Restricted: calling native code is what is tried here.
@SuppressWarnings("restricted")
final class StandIn implements WindowsLibraries {
  private static final Linker LINKER = Linker.nativeLinker();

  /// Compiled when first asked for.
  private static final class Once {
    static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(compiled(), Arena.global());

    private static Path compiled() {
      try {
        Path folder = Files.createTempDirectory("standin");
        Path library = Compiler.library(folder);
        folder.toFile().deleteOnExit();
        library.toFile().deleteOnExit();
        return library;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A laptop at home with two meters in range.
  static StandIn reset() {
    Compiler.requireGcc();
    try {
      LINKER.downcallHandle(Once.LIBRARY.findOrThrow("standin_reset"), FunctionDescriptor.ofVoid()).invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    return new StandIn();
  }

  StandIn with(String setting, int value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment key = arena.allocateFrom(setting);
      var set = LINKER.downcallHandle(Once.LIBRARY.findOrThrow("standin_set"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
      assertEquals(1, (int) set.invokeExact(key, value), setting);
      return this;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /// What it saw: "passwords", "handles" and "memory" that are open, "connects", whether it "listens", "at" which network.
  int seen(String what) {
    try {
      return (int) LINKER.downcallHandle(Once.LIBRARY.findOrThrow("standin_" + what), FunctionDescriptor.of(JAVA_INT))
          .invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public WlanService service() throws WifiException {
    return WindowsLibraries.open(Once.LIBRARY);
  }

  @Override
  public IpHelper ipHelper() {
    return new IpHelper(Once.LIBRARY);
  }
}
