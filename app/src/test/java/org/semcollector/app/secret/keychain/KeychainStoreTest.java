package org.semcollector.app.secret.keychain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.secret.SecretStoreContract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Against a `security` made after its manual; there is no Mac here.
class KeychainStoreTest extends SecretStoreContract {
  private static final Pattern ADD = Pattern
      .compile("add-generic-password -U -s \"([^\"]*)\" -a \"([^\"]*)\" -w ([A-Za-z0-9+/=]+)\n");

  private final Map<String, String> items = new HashMap<>();
  private final List<String> arguments = new ArrayList<>();
  private int trouble;

  @Override
  protected SecretStore store() {
    return new KeychainStore(this::run, true);
  }

  private SecurityProgram.Result run(String input, String... args) {
    arguments.addAll(List.of(args));
    if (trouble != 0)
      return new SecurityProgram.Result(trouble, "");
    if (args[0].equals("-i")) {
      Matcher add = ADD.matcher(input);
      if (add.matches())
        items.put(add.group(1) + "/" + add.group(2), add.group(3));
      return new SecurityProgram.Result(0, "");
    }
    String item = args[2] + "/" + args[4];
    if (!items.containsKey(item))
      return new SecurityProgram.Result(44, "");
    if (args[0].equals("delete-generic-password"))
      items.remove(item);
    return new SecurityProgram.Result(0, items.getOrDefault(item, "") + "\n");
  }

  @Test
  void noArgumentHoldsTheSecret() throws Exception {
    store().put(KEY, new Secret("tb_planted"));
    assertFalse(arguments.toString().contains("tb_planted"));
    assertFalse(arguments.toString().contains(items.values().iterator().next()));
  }

  @Test
  void aLockedKeychainIsASentence() {
    trouble = 36;
    assertThrows(SecretException.class, () -> store().get(KEY));
    assertThrows(SecretException.class, () -> store().put(KEY, new Secret("s")));
    assertThrows(SecretException.class, () -> store().remove(KEY));
    assertEquals("the keychain of this computer", store().place());
  }
}
