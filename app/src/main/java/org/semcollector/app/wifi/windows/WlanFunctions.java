package org.semcollector.app.wifi.windows;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// The functions of wlanapi.dll that are used, each as in its header; reserved arguments are zero.
// Restricted: calling native code is this class's purpose; the start script allows it.
@SuppressWarnings("restricted")
final class WlanFunctions {
  private final MethodHandle openHandle;
  private final MethodHandle closeHandle;
  private final MethodHandle enumInterfaces;
  private final MethodHandle scan;
  private final MethodHandle bssList;
  private final MethodHandle networkList;
  private final MethodHandle queryInterface;
  private final MethodHandle connect;
  private final MethodHandle disconnect;
  private final MethodHandle registerNotification;
  private final MethodHandle freeMemory;

  /// @throws java.util.NoSuchElementException when the library lacks one of them
  WlanFunctions(SymbolLookup library) {
    openHandle = function(library, "WlanOpenHandle", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    closeHandle = function(library, "WlanCloseHandle", ADDRESS, ADDRESS);
    enumInterfaces = function(library, "WlanEnumInterfaces", ADDRESS, ADDRESS, ADDRESS);
    scan = function(library, "WlanScan", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    bssList = function(library, "WlanGetNetworkBssList", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS,
        ADDRESS);
    networkList = function(library, "WlanGetAvailableNetworkList", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    queryInterface = function(library, "WlanQueryInterface", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
        ADDRESS);
    connect = function(library, "WlanConnect", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    disconnect = function(library, "WlanDisconnect", ADDRESS, ADDRESS, ADDRESS);
    registerNotification = function(library, "WlanRegisterNotification", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS,
        ADDRESS, ADDRESS);
    freeMemory = Linker.nativeLinker().downcallHandle(library.findOrThrow("WlanFreeMemory"),
        FunctionDescriptor.ofVoid(ADDRESS));
  }

  private static MethodHandle function(SymbolLookup library, String name, MemoryLayout... arguments) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
  }

  /// @param version receives the version that was agreed on
  /// @param handle receives the handle
  void openHandle(int wanted, MemorySegment version, MemorySegment handle) throws WlanException {
    check("WlanOpenHandle", () -> (int) openHandle.invokeExact(wanted, NULL, version, handle));
  }

  void closeHandle(MemorySegment handle) throws WlanException {
    check("WlanCloseHandle", () -> (int) closeHandle.invokeExact(handle, NULL));
  }

  void enumInterfaces(MemorySegment handle, MemorySegment list) throws WlanException {
    check("WlanEnumInterfaces", () -> (int) enumInterfaces.invokeExact(handle, NULL, list));
  }

  void scan(MemorySegment handle, MemorySegment guid) throws WlanException {
    check("WlanScan", () -> (int) scan.invokeExact(handle, guid, NULL, NULL, NULL));
  }

  /// @param bssType 3 for any
  void bssList(MemorySegment handle, MemorySegment guid, int bssType, MemorySegment list) throws WlanException {
    check("WlanGetNetworkBssList", () -> (int) bssList.invokeExact(handle, guid, NULL, bssType, 0, NULL, list));
  }

  void networkList(MemorySegment handle, MemorySegment guid, MemorySegment list) throws WlanException {
    check("WlanGetAvailableNetworkList", () -> (int) networkList.invokeExact(handle, guid, 0, NULL, list));
  }

  void queryInterface(MemorySegment handle, MemorySegment guid, int what, MemorySegment size, MemorySegment data)
      throws WlanException {
    check("WlanQueryInterface", () -> (int) queryInterface.invokeExact(handle, guid, what, NULL, size, data, NULL));
  }

  void connect(MemorySegment handle, MemorySegment guid, MemorySegment parameters) throws WlanException {
    check("WlanConnect", () -> (int) connect.invokeExact(handle, guid, parameters, NULL));
  }

  void disconnect(MemorySegment handle, MemorySegment guid) throws WlanException {
    check("WlanDisconnect", () -> (int) disconnect.invokeExact(handle, guid, NULL));
  }

  /// @param source 0 for none: it then waits until no callback runs any more
  void registerNotification(MemorySegment handle, int source, MemorySegment callback) throws WlanException {
    check("WlanRegisterNotification",
        () -> (int) registerNotification.invokeExact(handle, source, 0, callback, NULL, NULL, NULL));
  }

  void freeMemory(MemorySegment memory) {
    try {
      freeMemory.invokeExact(memory);
    } catch (Throwable e) {
      throw new IllegalStateException("WlanFreeMemory", e);
    }
  }

  private static void check(String function, Call call) throws WlanException {
    int error = invoke(function, call);
    if (error != 0)
      throw new WlanException(function, error);
  }

  /// Runs a downcall; what a method handle may throw by its signature never happens for native code.
  static int invoke(String function, Call call) {
    try {
      return call.run();
    } catch (Throwable e) {
      throw new IllegalStateException(function, e);
    }
  }

  /// A downcall that gives an error number.
  @FunctionalInterface
  interface Call {
    int run() throws Throwable;
  }
}
