package org.semcollector.app.wifi.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The C compiler of this computer. Without one what needs it is skipped, except where SEM_ALL_TESTS is set.
final class Compiler {
  private static final Path SOURCES = Path.of(System.getProperty("sem.root", ".."))
      .resolve("app/src/test/resources/org/semcollector/app/wifi/windows");
  /// Of Debian's package mingw-w64-common.
  private static final Path MINGW = Path.of("/usr/share/mingw-w64/include");

  private Compiler() {}

  static Path source(String name) {
    return SOURCES.resolve(name);
  }

  static void requireGcc() {
    require(run(List.of("gcc", "--version")).isEmpty(), "a C compiler (Debian: gcc libc6-dev)");
  }

  static void requireWindowsHeaders() {
    require(Files.exists(MINGW.resolve("wlanapi.h")), "the headers of Windows (Debian: mingw-w64-common)");
  }

  private static void require(boolean there, String what) {
    String message = what + " is not installed: the code for Windows is not tried";
    if (System.getenv("SEM_ALL_TESTS") != null)
      Assertions.assertTrue(there, message);
    Assumptions.assumeTrue(there, message);
  }

  /// Compiles the stand-in.
  static Path library(Path folder) {
    Path library = folder.resolve("libstandin.so");
    Assertions.assertEquals("", run(List.of("gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o",
        library.toString(), source("standin.c").toString(), "-lpthread")));
    return library;
  }

  /// What the compiler says about a text that includes the stand-in's header.
  static String checkStandIn(Path text) {
    return run(List.of("gcc", "-fsyntax-only", "-include", source("standin_types.h").toString(), text.toString()));
  }

  /// What the compiler says about a text that includes Windows's headers. They are read as for 64-bit Windows: WCHAR has
  /// 2 bytes, and where this computer's long has 8 the headers use int for Windows's.
  static String checkWindows(Path text) {
    var line = new ArrayList<>(List.of("gcc", "-fsyntax-only", "-nostdinc", "-isystem", compilerHeaders(), "-isystem",
        MINGW.toString(), "-fshort-wchar", "-D_WIN32_WINNT=0x0A00", "-D_WIN32", "-D_WIN64", "-D__MINGW32__"));
    Stream.of("cdecl", "stdcall", "fastcall", "thiscall").map(convention -> "-D__" + convention + "=")
        .forEach(line::add);
    line.addAll(List.of("-D__declspec(x)=", "-include", "winsock2.h", "-include", "windows.h", "-include", "wlanapi.h",
        "-include", "iphlpapi.h", "-include", "stddef.h", text.toString()));
    return run(line);
  }

  private static String compilerHeaders() {
    try {
      Process process = new ProcessBuilder("gcc", "-print-file-name=include").start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return what it complains about; empty when all is well
  private static String run(List<String> line) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : said + " ";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
