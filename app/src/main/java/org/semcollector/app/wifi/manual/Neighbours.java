package org.semcollector.app.wifi.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads neighbour tables: Linux's `/proc/net/arp`, and what `arp -a` and `arp -n` print on macOS, Windows and Linux.
/// Their words are translated, so only addresses are looked at. Lines without a hardware address are left out: nobody
/// answered there.
public final class Neighbours {
  private static final Pattern IP = Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])");
  /// macOS leaves leading zeros out: "0:1a:2b:3c:4d:5e".
  private static final Pattern MAC = Pattern
      .compile(
          "(?<![\\p{XDigit}:-])\\p{XDigit}{1,2}(?:([:-])\\p{XDigit}{1,2})(?:\\1\\p{XDigit}{1,2}){4}(?![\\p{XDigit}:-])");
  private static final Pattern MAC_INTERFACE = Pattern.compile("\\son (\\S+)");
  private static final String NOBODY = "00:00:00:00:00:00";

  private Neighbours() {}

  /// Everybody in a table, in its order.
  public static List<Neighbour> read(String table) {
    var found = new ArrayList<Neighbour>();
    String section = "";
    for (String line : table.lines().toList()) {
      Matcher ip = IP.matcher(line);
      if (!ip.find())
        continue;
      Matcher mac = MAC.matcher(line);
      if (mac.find()) {
        String address = plain(mac.group());
        if (!address.equals(NOBODY))
          found.add(new Neighbour(ip.group(), address, via(line, mac.end(), section)));
      } else if (line.contains(" --- ")) {
        section = ip.group(); // Windows: "Interface: 10.0.0.2 --- 0xb"
      }
    }
    return found;
  }

  /// macOS and BSD say "on en0"; Linux ends the line with the adapter.
  private static String via(String line, int afterMac, String section) {
    if (!section.isEmpty())
      return section;
    Matcher on = MAC_INTERFACE.matcher(line);
    if (on.find(afterMac))
      return on.group(1);
    String[] words = line.substring(afterMac).strip().split("\\s+", -1);
    return words.length < 2 ? "" : words[words.length - 1];
  }

  private static String plain(String mac) {
    var parts = new ArrayList<String>();
    for (String part : mac.toLowerCase(Locale.ROOT).split("[:-]", -1))
      parts.add(part.length() == 1 ? "0" + part : part);
    return String.join(":", parts);
  }
}
