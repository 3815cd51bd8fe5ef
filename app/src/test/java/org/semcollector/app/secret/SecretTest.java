package org.semcollector.app.secret;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SecretTest {
  private static final SecretName NAME = SecretName.apiKey(URI.create("https://a.example.org"));

  /// A place in memory that can be out of reach.
  private static final class FakeStore implements SecretStore {
    final Map<SecretName, Secret> secrets = new HashMap<>();
    boolean reachable = true;
    boolean full;

    @Override
    public String place() {
      return full ? "full" : "fake";
    }

    @Override
    public boolean reachable() {
      return reachable;
    }

    @Override
    public Optional<Secret> get(SecretName name) {
      return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public String put(SecretName name, Secret secret) throws SecretException {
      if (full)
        throw new SecretException("full");
      secrets.put(name, secret);
      return place();
    }

    @Override
    public void remove(SecretName name) {
      secrets.remove(name);
    }
  }

  private final FakeStore keyring = new FakeStore();
  private final FakeStore file = new FakeStore();
  private final SecretStore both = new FirstReachableStore(List.of(keyring, file));

  @Test
  void aSecretSaysNothingOfItself() {
    assertEquals("Secret[…]", new Secret("hidden").toString());
    assertEquals(new Secret("hidden"), new Secret("hidden"));
    assertNotEquals(new Secret("hidden"), new Secret("hidder"));
    assertThrows(IllegalArgumentException.class, () -> new Secret(" "));
  }

  @Test
  void oneServerHasOneNameHoweverItIsWritten() {
    assertEquals(SecretName.apiKey(URI.create("https://A.example.org:443/path")), NAME);
    assertNotEquals(SecretName.apiKey(URI.create("http://a.example.org")), NAME);
    assertNotEquals(SecretName.password(URI.create("https://a.example.org"), "ann"),
        SecretName.password(URI.create("https://a.example.org"), "bob"));
  }

  @Test
  void theBestPlaceKeepsItAndNoOther() throws SecretException {
    keyring.reachable = false;
    both.put(NAME, new Secret("old"));
    assertEquals(Optional.of(new Secret("old")), both.get(NAME));
    keyring.reachable = true;
    both.put(NAME, new Secret("new"));
    assertEquals(Map.of(), file.secrets);
    assertEquals(Optional.of(new Secret("new")), both.get(NAME));
  }

  @Test
  void aPlaceThatRefusesIsPassedOver() throws SecretException {
    keyring.full = true;
    assertEquals("fake", both.put(NAME, new Secret("s")));
    assertEquals(Optional.of(new Secret("s")), both.get(NAME));
    both.remove(NAME);
    assertEquals(Map.of(), file.secrets);
  }
}
