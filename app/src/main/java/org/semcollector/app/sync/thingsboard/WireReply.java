package org.semcollector.app.sync.thingsboard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A whole HTTP reply, as far as its meaning needs it.
///
/// @param contentType as sent, "" when missing
/// @param body decoded as UTF-8
/// @param location where a redirect points to, "" when missing
/// @param retryAfter seconds or an HTTP date, "" when missing
/// @param date the server's clock as an HTTP date, "" when missing
record WireReply(int status, String contentType, String body, String location, String retryAfter, String date) {
  private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

  boolean ok() {
    return status >= 200 && status < 300;
  }

  /// Whether this is a page for people. No API of ThingsBoard answers with one.
  boolean isWebPage() {
    return contentType.toLowerCase(Locale.ROOT).startsWith("text/html") || body.stripLeading().startsWith("<");
  }

  /// The page's title, without line breaks.
  Optional<String> title() {
    Matcher matcher = TITLE.matcher(body);
    return matcher.find() ? Optional.of(matcher.group(1).strip().replaceAll("\\s+", " ")) : Optional.empty();
  }
}
