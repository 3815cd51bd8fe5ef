package org.semcollector.app.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.export.About.Line;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Finds what exports say about meters.
public final class ExportedMeters {
  private final MeterNotes notes;
  private final Source corrections;

  /// Where the corrections of a meter are known.
  public interface Source {
    CorrectionNames of(Ssid ssid) throws StoreException;
  }

  public ExportedMeters(MeterNotes notes, Source corrections) {
    this.notes = notes;
    this.corrections = corrections;
  }

  /// @param zone of local times and days; empty = the meter's own
  public ExportedMeter of(MeterRow meter, Optional<ZoneId> zone) throws StoreException, NotesException {
    MeterNote note = notes.note(meter.ssid());
    return new ExportedMeter(meter.ssid(), meter.name(), zone.orElse(meter.zone()), note.energyFactor(),
        note.channelNames(), corrections.of(meter.ssid()), meter.firstMeasuredAt(), meter.lastMeasuredAt());
  }

  /// What an export of meters is, in words.
  ///
  /// @param title of the table
  /// @param now when it is made
  public static About about(String title, List<ExportedMeter> meters, Range range, Instant now) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Made at", now.toString()));
    if (!range.equals(Range.ALL)) {
      lines.add(new Line("From", range.from().toString()));
      lines.add(new Line("To", range.to().toString()));
    }
    lines
        .add(new Line("Times", "measuredAt, earliest and latest are UTC; measuredAtLocal, from and to are those of the "
            + "zone named in the row. The true time lies between earliest and latest with 90 % probability."));
    lines.add(new Line("Gaps", "A cell without a value was not measured; it is not zero."));
    for (ExportedMeter meter : meters) {
      lines.add(new Line(meter.ssid().value(), meter.name() + "; zone " + meter.zone().getId() + "; times by "
          + (meter.corrections().all().isEmpty() ? "unknown correction" : meter.corrections().all()) + "; "
          + (meter.energyFactor().isPresent()
              ? "energy factor " + meter.energyFactor().getAsDouble() + ", raw and scaled energy given"
              : "no energy factor, energy as the meter sent it")));
    }
    return new About(title, lines);
  }
}
