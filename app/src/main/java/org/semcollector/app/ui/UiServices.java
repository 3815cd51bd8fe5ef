package org.semcollector.app.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.MarkSource;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.export.ExportedMeters;
import org.semcollector.app.export.SpreadsheetFormat;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.wifi.WifiAdapter;

/// Everything the window works with.
///
/// @param corrections what the times of meters come from, for the files that are taken along
/// @param laptopClock whether the laptop's clock may set meters'
/// @param zone the zone in which times without a meter are shown
/// @param operations verdicts, notes, set-ups, firmware
/// @param air meters joined by hand, the Wi-Fi doctor, what is known of meters beyond their rows
/// @param program version, data folder, passwords
/// @param sync absent = the program has no server part
/// @param trySimulated absent = not offered
/// @param simulated true when the meters are not real, which the window says all the time
/// @param whenClosed what to close when the window no longer needs these services
public record UiServices(
    MeterStore meters,
    BucketSource buckets,
    ReadingStore readings,
    MarkSource marks,
    SpreadsheetFormat spreadsheets,
    ExportedMeters.Source corrections,
    TimeCorrections times,
    CollectUseCase collect,
    WifiAdapter wifi,
    SettingsStore settings,
    Clock clock,
    LaptopClock laptopClock,
    ZoneId zone,
    Locale locale,
    OperationServices operations,
    AirServices air,
    ProgramServices program,
    Optional<SyncServices> sync,
    Optional<TrySimulated> trySimulated,
    boolean simulated,
    Runnable whenClosed) {
  /// The same in another language and zone.
  public UiServices in(Locale changedLocale, ZoneId changedZone) {
    return new UiServices(meters, buckets, readings, marks, spreadsheets, corrections, times, collect, wifi, settings,
        clock, laptopClock, changedZone, changedLocale, operations, air, program, sync, trySimulated, simulated,
        whenClosed);
  }
}
