package org.semcollector.app.secret;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What every place for secrets does.
public abstract class SecretStoreContract {
  protected static final SecretName KEY = SecretName.apiKey(URI.create("https://Things.example.org/"));
  protected static final SecretName PASSWORD = SecretName.password(URI.create("http://127.0.0.1:8080"), "ann@x \"y\"");

  /// The same place each time.
  protected abstract SecretStore store() throws Exception;

  @Test
  void whatIsNotThereIsNotThere() throws Exception {
    assertEquals(Optional.empty(), store().get(KEY));
    store().remove(KEY);
  }

  @Test
  void whatIsKeptIsThereAgain() throws Exception {
    store().put(KEY, new Secret("tb_first"));
    store().put(PASSWORD, new Secret("päss \"wörd\" \\ 日本 $(rm)"));
    store().put(KEY, new Secret("tb_second"));
    assertEquals("tb_second", store().get(KEY).orElseThrow().reveal());
    assertEquals("päss \"wörd\" \\ 日本 $(rm)", store().get(PASSWORD).orElseThrow().reveal());
  }

  @Test
  void whatIsForgottenIsGoneAndTheRestStays() throws Exception {
    store().put(KEY, new Secret("one"));
    store().put(PASSWORD, new Secret("two"));
    store().remove(KEY);
    assertEquals(Optional.empty(), store().get(KEY));
    assertEquals(Optional.of(new Secret("two")), store().get(PASSWORD));
  }

  @Test
  void itSaysWhereItKeepsThem() throws Exception {
    assertTrue(store().reachable());
    assertEquals(store().place(), store().put(KEY, new Secret("one")));
  }
}
