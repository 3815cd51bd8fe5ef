package org.semcollector.app.secret.credentials;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// advapi32.dll through `java.lang.foreign`. Only for 64-bit Windows, which is all that Java 25 runs on.
// Restricted: calling native code is this class's purpose; the start script allows it.
@SuppressWarnings("restricted")
public final class NativeCredentials implements CredentialApi {
  /// CREDENTIALW of wincred.h.
  static final StructLayout CREDENTIAL = MemoryLayout.structLayout(
      JAVA_INT.withName("Flags"), JAVA_INT.withName("Type"), ADDRESS.withName("TargetName"),
      ADDRESS.withName("Comment"), MemoryLayout.sequenceLayout(2, JAVA_INT).withName("LastWritten"),
      JAVA_INT.withName("CredentialBlobSize"), MemoryLayout.paddingLayout(4), ADDRESS.withName("CredentialBlob"),
      JAVA_INT.withName("Persist"), JAVA_INT.withName("AttributeCount"), ADDRESS.withName("Attributes"),
      ADDRESS.withName("TargetAlias"), ADDRESS.withName("UserName"));
  private static final int GENERIC = 1;
  private static final int PERSIST_LOCAL_MACHINE = 2;
  private static final int ERROR_NOT_FOUND = 1168;

  private final StructLayout stateLayout = Linker.Option.captureStateLayout();
  private final VarHandle lastError = stateLayout.varHandle(PathElement.groupElement("GetLastError"));
  private final MethodHandle credRead;
  private final MethodHandle credWrite;
  private final MethodHandle credDelete;
  private final MethodHandle credFree;

  /// @throws IllegalArgumentException when this is not Windows
  public NativeCredentials() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = SymbolLookup.libraryLookup("advapi32.dll", Arena.global());
    Linker.Option error = Linker.Option.captureCallState("GetLastError");
    credRead = linker.downcallHandle(library.findOrThrow("CredReadW"),
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS), error);
    credWrite = linker.downcallHandle(library.findOrThrow("CredWriteW"),
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), error);
    credDelete = linker.downcallHandle(library.findOrThrow("CredDeleteW"),
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), error);
    credFree = linker.downcallHandle(library.findOrThrow("CredFree"), FunctionDescriptor.ofVoid(ADDRESS));
  }

  @Override
  public Optional<byte[]> read(String target) throws WindowsException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(stateLayout);
      MemorySegment found = arena.allocate(ADDRESS);
      if ((int) credRead.invokeExact(state, text(arena, target), GENERIC, 0, found) == 0) {
        notFoundOrThrow("CredReadW", state);
        return Optional.empty();
      }
      MemorySegment credential = found.get(ADDRESS, 0).reinterpret(CREDENTIAL.byteSize());
      try {
        return Optional.of(secret(credential));
      } finally {
        credFree.invokeExact(credential);
      }
    } catch (WindowsException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("CredReadW", e);
    }
  }

  @Override
  public void write(String target, String user, byte[] secret) throws WindowsException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(stateLayout);
      MemorySegment blob = arena.allocateFrom(JAVA_BYTE, secret);
      MemorySegment credential = credential(arena, text(arena, target), text(arena, user), blob);
      int ok = (int) credWrite.invokeExact(state, credential, 0);
      blob.fill((byte) 0);
      if (ok == 0)
        throw new WindowsException("CredWriteW", error(state));
    } catch (WindowsException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("CredWriteW", e);
    }
  }

  @Override
  public void delete(String target) throws WindowsException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(stateLayout);
      if ((int) credDelete.invokeExact(state, text(arena, target), GENERIC, 0) == 0)
        notFoundOrThrow("CredDeleteW", state);
    } catch (WindowsException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("CredDeleteW", e);
    }
  }

  /// A CREDENTIALW; all that is not set stays zero.
  static MemorySegment credential(Arena arena, MemorySegment target, MemorySegment user, MemorySegment blob) {
    MemorySegment credential = arena.allocate(CREDENTIAL);
    credential.set(JAVA_INT, offset("Type"), GENERIC);
    credential.set(ADDRESS, offset("TargetName"), target);
    credential.set(JAVA_INT, offset("CredentialBlobSize"), (int) blob.byteSize());
    credential.set(ADDRESS, offset("CredentialBlob"), blob);
    credential.set(JAVA_INT, offset("Persist"), PERSIST_LOCAL_MACHINE);
    credential.set(ADDRESS, offset("UserName"), user);
    return credential;
  }

  /// The secret in a CREDENTIALW.
  static byte[] secret(MemorySegment credential) {
    long size = Integer.toUnsignedLong(credential.get(JAVA_INT, offset("CredentialBlobSize")));
    return credential.get(ADDRESS, offset("CredentialBlob")).reinterpret(size).toArray(JAVA_BYTE);
  }

  static long offset(String field) {
    return CREDENTIAL.byteOffset(PathElement.groupElement(field));
  }

  private static MemorySegment text(Arena arena, String text) {
    return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
  }

  private void notFoundOrThrow(String function, MemorySegment state) throws WindowsException {
    int error = error(state);
    if (error != ERROR_NOT_FOUND)
      throw new WindowsException(function, error);
  }

  private int error(MemorySegment state) {
    return (int) lastError.get(state, 0L);
  }
}
