package org.semcollector.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// A list of meters to update: a name on each line, with an address behind it where Wi-Fi is not to be touched; what
/// follows a # is for people.
final class FlashList {
  private FlashList() {}

  static Map<Ssid, Optional<URI>> read(Path file) throws CliException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new CliException(file + " cannot be read (" + InputFile.reason(e) + "). Nothing was sent.");
    }
    var meters = new LinkedHashMap<Ssid, Optional<URI>>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty())
        add(meters, line.split("\\s+"), file + ", line " + (i + 1));
    }
    return meters;
  }

  private static void add(Map<Ssid, Optional<URI>> meters, String[] words, String place) throws CliException {
    Ssid ssid = Ssid.parse(words[0]).orElseThrow(() -> new CliException(ExitCode.USAGE, place + ": «" + words[0]
        + "» is not a meter's name. Nothing was sent."));
    Optional<URI> address = Optional.empty();
    if (words.length > 1) {
      try {
        address = Optional.of(new MeterUrlConverter().convert(words[1]));
      } catch (RuntimeException e) {
        throw new CliException(ExitCode.USAGE, place + ": «" + words[1] + "» is not an address. Nothing was sent.");
      }
    }
    meters.putIfAbsent(ssid, address);
  }
}
