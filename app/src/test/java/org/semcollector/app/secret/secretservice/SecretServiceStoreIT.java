package org.semcollector.app.secret.secretservice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.secret.SecretStoreContract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Against a small keyring on a bus of its own, over a real socket.
class SecretServiceStoreIT extends SecretStoreContract {
  @TempDir
  static Path folder;
  private static EmbeddedDBusDaemon daemon;
  private static String address = "";
  private FakeKeyring keyring;

  @BeforeAll
  static void startBus() throws Exception {
    address = "unix:path=" + folder.resolve("bus");
    daemon = new EmbeddedDBusDaemon(address + ",listen=true");
    daemon.startInBackgroundAndWait(60_000);
  }

  @AfterAll
  static void stopBus() throws Exception {
    daemon.close();
  }

  @BeforeEach
  void start() throws Exception {
    keyring = new FakeKeyring(address);
  }

  @AfterEach
  void stop() {
    keyring.close();
  }

  @Override
  protected SecretStore store() {
    return new SecretServiceStore(Optional.of(address), Duration.ofSeconds(10));
  }

  @Test
  void oneSecretIsOneItemThatPeopleCanRecognise() throws Exception {
    store().put(KEY, new Secret("one"));
    store().put(KEY, new Secret("two"));
    assertEquals(List.of("SEM Collector: API key at https://things.example.org:443"), keyring.labels());
  }

  @Test
  void aLockedKeyringAsksTheUser() throws Exception {
    store().put(KEY, new Secret("one"));
    keyring.locked = true;
    assertEquals(Optional.of(new Secret("one")), store().get(KEY));
    keyring.locked = true;
    store().put(PASSWORD, new Secret("two"));
    assertEquals(2, keyring.prompts.get());
  }

  @Test
  void aKeyringThatStaysLockedIsASentence() throws Exception {
    store().put(KEY, new Secret("one"));
    keyring.locked = true;
    keyring.dismiss = true;
    var refused = assertThrows(SecretException.class, () -> store().get(KEY));
    assertTrue(String.valueOf(refused.getMessage()).contains("the keyring stays locked"), refused.toString());
  }

  @Test
  void withoutAKeyringItIsNotReachable() throws Exception {
    keyring.close();
    assertFalse(store().reachable());
    assertFalse(new SecretServiceStore(Optional.empty(), Duration.ZERO).reachable());
    assertFalse(new SecretServiceStore(Optional.of("unix:path=" + folder.resolve("none")), Duration.ZERO).reachable());
  }

  @Test
  void theBusIsFoundAsTheSystemFindsIt() throws Exception {
    assertEquals(Optional.of("unix:x"), SecretServiceStore.sessionBus(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:x")));
    assertEquals(Optional.empty(), SecretServiceStore.sessionBus(Map.of("XDG_RUNTIME_DIR", folder + "/none")));
    Path runtime = Files.createDirectories(folder.resolve("run"));
    Files.createFile(runtime.resolve("bus"));
    assertEquals(Optional.of("unix:path=" + runtime.resolve("bus")),
        SecretServiceStore.sessionBus(Map.of("XDG_RUNTIME_DIR", runtime.toString())));
  }
}
