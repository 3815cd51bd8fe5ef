package org.semcollector.app.sync;

import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.store.FirmwareReport;

/// One firmware state as a server keeps it.
///
/// @param at whole milliseconds
/// @param state ThingsBoard's word for it, "UPDATED"
/// @param title of the firmware that the meter runs now; empty when that is not known
/// @param version of it
/// @param error why it failed; empty when it did not
public record FirmwareNews(Instant at, String state, Optional<String> title, Optional<String> version,
    Optional<String> error) {
  /// The title and version of an image, as the server calls them.
  public record Name(String title, String version) {}

  /// Knows images by their bytes.
  public interface Names {
    /// @param sha256 of the image, 64 hexadecimal digits
    Optional<Name> of(String sha256);
  }

  /// What a meter runs is told when it said so itself. The old version has no title: it came from elsewhere.
  static FirmwareNews of(FirmwareReport report, Names names) {
    boolean updated = report.state() == FirmwareReport.State.UPDATED;
    Optional<Name> name = updated ? names.of(report.sha256()) : Optional.empty();
    Optional<String> number = report.runs().isPresent()
        ? Optional.of(Integer.toString(report.runs().getAsInt()))
        : Optional.empty();
    return new FirmwareNews(report.at(), report.state().name(), name.map(Name::title),
        name.map(Name::version).or(() -> number), Optional.of(report.error()).filter(text -> !text.isEmpty()));
  }
}
