package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.setup.SetUpSentences;
import org.semcollector.app.setup.TokenText;
import org.semcollector.protocol.meter.MeterToken;

/// A meter's token from a file or the environment; what is wrong with it is said before anything is sent.
final class TokenOption {
  static final String VARIABLE = "SEM_TOKEN";

  private TokenOption() {}

  static MeterToken read(Console console, Services services, Path file) throws CliException {
    return given(console, services, file).orElseThrow();
  }

  /// @param file empty = the environment's variable, if there is one
  static Optional<MeterToken> given(Console console, Services services, @Nullable Path file) throws CliException {
    Optional<String> text = new SecretSource(console, services).given(file, VARIABLE).map(Secret::reveal);
    if (text.isEmpty())
      return Optional.empty();
    Optional<String> problem = new SetUpSentences(services.locale()).token(text.get());
    if (problem.isPresent())
      throw new CliException(ExitCode.USAGE, problem.get() + " Nothing was sent.");
    return TokenText.parse(text.get());
  }
}
