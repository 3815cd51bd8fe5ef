package org.semcollector.app.secret.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.secret.SecretStoreContract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EncryptedFileStoreTest extends SecretStoreContract {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:34:56Z"), ZoneOffset.UTC);

  @TempDir
  Path folder;

  @Override
  protected SecretStore store() {
    return EncryptedFileStore.withKeyFile(file(), keyFile(), CLOCK);
  }

  private Path file() {
    return folder.resolve("data").resolve("secrets.json");
  }

  private Path keyFile() {
    return folder.resolve("config").resolve("secret.key");
  }

  @Test
  void theFileHoldsNoWordOfIt() throws Exception {
    store().put(KEY, new Secret("tb_planted"));
    String text = Files.readString(file());
    assertFalse(text.contains("tb_planted") || text.contains("things.example.org"), text);
    String before = text;
    store().put(KEY, new Secret("tb_planted"));
    assertNotEquals(before, Files.readString(file()), "a nonce was used twice");
  }

  @Test
  void theKeyIsForItsOwnerAlone() throws Exception {
    store().put(KEY, new Secret("s"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
    var refused = assertThrows(SecretException.class, () -> store().get(KEY));
    assertTrue(String.valueOf(refused.getMessage()).contains("Others may read the key file"), refused.toString());
  }

  @Test
  void aCopyOfTheDataFolderAloneOpensNothing() throws Exception {
    store().put(KEY, new Secret("s"));
    Files.delete(keyFile());
    assertThrows(SecretException.class, () -> store().get(KEY));
    var elsewhere = EncryptedFileStore.withKeyFile(file(), folder.resolve("other.key"), CLOCK);
    assertThrows(SecretException.class, () -> elsewhere.get(KEY));
  }

  @Test
  void aChangedByteIsNoticedAndTheFileIsKept() throws Exception {
    store().put(KEY, new Secret("s"));
    String whole = Files.readString(file());
    int sealed = whole.indexOf("\"sealed\"") + 14;
    char other = whole.charAt(sealed) == 'A' ? 'B' : 'A';
    String broken = whole.substring(0, sealed) + other + whole.substring(sealed + 1);
    Files.writeString(file(), broken);
    assertThrows(SecretException.class, () -> store().get(KEY));
    assertEquals(broken, Files.readString(file()));
    store().put(PASSWORD, new Secret("new"));
    assertEquals(Optional.of(new Secret("new")), store().get(PASSWORD));
    assertEquals(broken, Files.readString(file().resolveSibling("secrets.json.bad-20260301T123456Z")));
  }

  @Test
  void aPassphraseOpensWhatItClosed() throws Exception {
    EncryptedFileStore.withPassphrase(file(), new Secret("correct horse"), CLOCK).put(KEY, new Secret("s"));
    assertEquals(Optional.of(new Secret("s")),
        EncryptedFileStore.withPassphrase(file(), new Secret("correct horse"), CLOCK).get(KEY));
    var wrong = EncryptedFileStore.withPassphrase(file(), new Secret("correct house"), CLOCK);
    assertThrows(SecretException.class, () -> wrong.get(KEY));
    assertThrows(SecretException.class, () -> store().get(KEY));
  }

  @Test
  void rubbishIsASentence() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    for (String rubbish : new String[]{"", "{", "[]", "{\"schemaVersion\":2}",
        "{\"schemaVersion\":1,\"key\":\"key-file\",\"salt\":\"?\"}"}) {
      Files.writeString(file(), rubbish);
      var refused = assertThrows(SecretException.class, () -> store().get(KEY), rubbish);
      assertTrue(String.valueOf(refused.getMessage()).contains("sign in again"), refused.toString());
    }
  }
}
