package org.semcollector.app.ui.meters;

import java.time.Duration;
import java.time.Instant;
import org.semcollector.app.health.MemoryForecast;
import org.semcollector.app.ui.fx.Messages;

/// What is said of a meter in the list.
record MeterWords(Messages messages) {
  private static final long DAYS_OF_MONTHS = 60;
  private static final long DAYS_OF_YEARS = 730;
  private static final int DAYS_A_MONTH = 30;
  private static final int DAYS_A_YEAR = 365;

  String signal(MeterItem item) {
    return item.joined() ? messages.text("meters.joined") : messages.of("signal", item.signal());
  }

  String collected(MeterItem item) {
    return item.lastCollected().orElse(messages.text("meters.never"));
  }

  String unproven(MeterItem item) {
    return item.known().isEmpty() ? "" : messages.text("meters.unproven", item.unproven());
  }

  String firmware(MeterItem item) {
    if (item.firmware().isEmpty())
      return "";
    String current = String.valueOf(item.firmware().getAsInt());
    return item.insight().newerFirmware().isPresent()
        ? messages.text("meters.firmware-newer", current, String.valueOf(item.insight().newerFirmware().getAsInt()))
        : current;
  }

  String verdict(MeterItem item) {
    return messages.of("verdict", item.verdict());
  }

  /// @param now when the list was written; to the day
  String memory(MeterItem item, Instant now) {
    return item.memory().map(MemoryForecast::full).map(full -> {
      long days = Duration.between(now, full).toDays();
      if (days <= 0)
        return messages.text("memory.full");
      if (days < DAYS_OF_MONTHS)
        return messages.text("memory.days", days);
      return days < DAYS_OF_YEARS
          ? messages.text("memory.months", days / DAYS_A_MONTH)
          : messages.text("memory.years", days / DAYS_A_YEAR);
    }).orElse("");
  }
}
