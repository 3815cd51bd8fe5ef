package org.semcollector.app.secret.credentials;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.secret.SecretStoreContract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Against a Credential Manager in memory; there is no Windows here. The structure is checked byte by byte.
class CredentialStoreTest extends SecretStoreContract {
  private final Map<String, byte[]> credentials = new HashMap<>();
  private int error;

  private final CredentialApi api = new CredentialApi() {
    @Override
    public Optional<byte[]> read(String target) throws WindowsException {
      fail("CredReadW");
      return Optional.ofNullable(credentials.get(target));
    }

    @Override
    public void write(String target, String user, byte[] secret) throws WindowsException {
      fail("CredWriteW");
      credentials.put(target, secret.clone());
    }

    @Override
    public void delete(String target) throws WindowsException {
      fail("CredDeleteW");
      credentials.remove(target);
    }
  };

  private void fail(String function) throws WindowsException {
    if (error != 0)
      throw new WindowsException(function, error);
  }

  @Override
  protected SecretStore store() {
    return new CredentialStore(api);
  }

  @Test
  void aFailureIsASentenceWithTheSystemsNumber() {
    error = 1312;
    assertThrows(SecretException.class, () -> store().get(KEY));
    assertThrows(SecretException.class, () -> store().remove(KEY));
    var refused = assertThrows(SecretException.class, () -> store().put(KEY, new Secret("s")));
    assertEquals(true, String.valueOf(refused.getMessage()).contains("CredWriteW failed with error 1312"));
  }

  /// Offsets of CREDENTIALW on 64-bit Windows, by hand from wincred.h: DWORD 4, pointers 8, FILETIME 2 × 4.
  @ParameterizedTest
  @CsvSource({"Flags,0", "Type,4", "TargetName,8", "Comment,16", "LastWritten,24", "CredentialBlobSize,32",
      "CredentialBlob,40", "Persist,48", "AttributeCount,52", "Attributes,56", "TargetAlias,64", "UserName,72"})
  void theStructureIsWindowss(String field, long offset) {
    assertEquals(offset, NativeCredentials.offset(field));
    assertEquals(80, NativeCredentials.CREDENTIAL.byteSize());
  }

  @Test
  void aCredentialHoldsWhatWasPutIn() {
    try (Arena arena = Arena.ofConfined()) {
      byte[] bytes = "tb_ä".getBytes(StandardCharsets.UTF_8);
      MemorySegment blob = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      MemorySegment credential = NativeCredentials.credential(arena, MemorySegment.ofAddress(0x1111),
          MemorySegment.ofAddress(0x2222), blob);
      assertArrayEquals(bytes, NativeCredentials.secret(credential));
      assertEquals(1, credential.get(ValueLayout.JAVA_INT, 4));
      assertEquals(0x1111, credential.get(ValueLayout.JAVA_LONG, 8));
      assertEquals(5, credential.get(ValueLayout.JAVA_INT, 32));
      assertEquals(2, credential.get(ValueLayout.JAVA_INT, 48));
      assertEquals(0x2222, credential.get(ValueLayout.JAVA_LONG, 72));
    }
  }
}
