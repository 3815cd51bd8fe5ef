package org.semcollector.app.secret.keychain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;

/// Secrets as generic passwords of the user's keychain, in Base64: `security` shows other characters than ASCII in
/// another form. Written after its manual; never run on a Mac.
public final class KeychainStore implements SecretStore {
  private static final String SERVICE = "SEM Collector";
  /// errSecItemNotFound, -25300, as an exit code.
  private static final int NOT_FOUND = 44;

  private final SecurityProgram program;
  private final boolean exists;

  /// @param exists whether this computer has the program
  public KeychainStore(SecurityProgram program, boolean exists) {
    this.program = program;
    this.exists = exists;
  }

  @Override
  public String place() {
    return "the keychain of this computer";
  }

  @Override
  public boolean reachable() {
    return exists;
  }

  @Override
  public Optional<Secret> get(SecretName name) throws SecretException {
    SecurityProgram.Result result = run("", "find-generic-password", "-s", SERVICE, "-a", account(name), "-w");
    if (result.exitCode() == NOT_FOUND)
      return Optional.empty();
    if (result.exitCode() != 0)
      throw failed("it answered " + result.exitCode());
    try {
      return Optional.of(result.out().strip()).filter(text -> !text.isEmpty()).map(
          text -> new Secret(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw failed("it holds something else under this name");
    }
  }

  @Override
  public String put(SecretName name, Secret secret) throws SecretException {
    String hidden = Base64.getEncoder().encodeToString(secret.reveal().getBytes(StandardCharsets.UTF_8));
    // -i reads commands from standard input: the secret is in no argument
    run("add-generic-password -U -s \"" + SERVICE + "\" -a \"" + account(name) + "\" -w " + hidden + "\n", "-i");
    // with -i the exit code says nothing about the command
    if (!get(name).equals(Optional.of(secret)))
      throw failed("it did not take it");
    return place();
  }

  @Override
  public void remove(SecretName name) throws SecretException {
    int exitCode = run("", "delete-generic-password", "-s", SERVICE, "-a", account(name)).exitCode();
    if (exitCode != 0 && exitCode != NOT_FOUND)
      throw failed("it answered " + exitCode);
  }

  /// Quotes and backslashes would end the argument in a command on standard input.
  private static String account(SecretName name) {
    return (name.account() + " at " + name.server()).replaceAll("[\"\\\\\\p{Cntrl}]", "_");
  }

  private SecurityProgram.Result run(String input, String... arguments) throws SecretException {
    try {
      return program.run(input, arguments);
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  private static SecretException failed(String why) {
    return new SecretException("The keychain of this computer cannot be used (" + why
        + "). The readings are not touched; unlock the keychain and try again, or give the sign-in each time.");
  }
}
