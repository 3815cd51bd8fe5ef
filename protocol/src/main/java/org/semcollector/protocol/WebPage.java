package org.semcollector.protocol;

/// Tells a web page from a meter's bytes: a captive portal, a proxy or the meter's own error page answered instead.
public final class WebPage {
  private WebPage() {}

  /// Whether the first byte that is not white space opens a tag. No readings begin so; an outage log may, by chance.
  public static boolean isIn(Bytes body) {
    for (int i = 0; i < body.length(); i++) {
      int octet = body.at(i);
      if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n')
        return octet == '<';
    }
    return false;
  }
}
