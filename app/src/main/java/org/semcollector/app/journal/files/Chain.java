package org.semcollector.app.journal.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.protocol.Bytes;

/// The running hash over the lines of a visit: each line ends with the SHA-256 of the former line's hash and its own
/// text, so that a changed, missing or moved line is noticed.
final class Chain {
  private static final Pattern LINKED = Pattern.compile("(?<text>\\{.*),\"chain\":\"(?<link>[0-9a-f]{64})\"\\}",
      Pattern.DOTALL);

  private Chain() {}

  /// The link before the first line; a visit moved to another meter does not fit.
  static String start(String visitReference) {
    return hash("SEM Collector journal 1 " + visitReference);
  }

  /// A line with its link.
  static String link(String former, String json) {
    String text = json.substring(0, json.length() - 1);
    return text + ",\"chain\":\"" + hash(former + text) + "\"}";
  }

  /// The link a line carries, or empty when it is not a linked line.
  static Optional<String> linkOf(String line) {
    Matcher matcher = LINKED.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group("link")) : Optional.empty();
  }

  /// Whether a line follows a link and is as it was written.
  static boolean fits(String former, String line) {
    Matcher matcher = LINKED.matcher(line);
    return matcher.matches() && hash(former + matcher.group("text")).equals(matcher.group("link"));
  }

  private static String hash(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
