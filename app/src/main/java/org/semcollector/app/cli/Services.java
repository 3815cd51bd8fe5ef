package org.semcollector.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartPictures;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.export.ExportedMeters;
import org.semcollector.app.export.SpreadsheetFormat;
import org.semcollector.app.firmware.FirmwareUpdate;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.health.HealthQuery;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.laptopclock.LaptopClockEvidence;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.operate.ClockHistoryQuery;
import org.semcollector.app.operate.MeterOperations;
import org.semcollector.app.operate.MeterQuestions;
import org.semcollector.app.rebuild.Rebuild;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.setup.PreparedSetUps;
import org.semcollector.app.setup.SetUpPreparation;
import org.semcollector.app.setup.SetUpService;
import org.semcollector.app.store.Compaction;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns;
import org.semcollector.app.sync.SyncService;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.walk.Walk;
import org.semcollector.app.wifi.FleetPasswords;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.doctor.WifiDoctor;
import org.semcollector.app.wifi.manual.HandJoinAdapter;

/// What commands may use, opened when first asked for; [#close] closes what was opened, newest first.
public interface Services extends AutoCloseable {
  Clock clock();

  /// The zone in which days are counted where nothing else is said.
  ZoneId zone();

  Path dataDir();

  /// A variable of the process's environment.
  Optional<String> environment(String name);

  Journal journal() throws JournalException;

  /// Opens the database, makes it from the journal when there is none, and takes in what the journal has and it lacks.
  MeterStore meters() throws StoreException, JournalException;

  /// What people said about meters.
  MeterNotes notes();

  ReadingStore readings() throws StoreException, JournalException;

  /// What people can do about the times of readings.
  TimeCorrections corrections() throws StoreException, JournalException;

  Outbox outbox() throws StoreException, JournalException;

  CollectService collect() throws StoreException, JournalException;

  SetUpService setUp() throws StoreException, JournalException;

  PreparedSetUps preparedSetUps();

  SetUpPreparation setUpPreparation() throws StoreException, JournalException;
  /// Clock, token and memory of one meter.
  MeterOperations operations() throws StoreException, JournalException;

  /// How meters' clocks were found.
  ClockHistoryQuery clockHistory() throws StoreException, JournalException;

  /// What a meter says of itself.
  MeterQuestions questions() throws StoreException, JournalException;

  FirmwareUpdate firmware() throws StoreException, JournalException;

  HealthQuery health() throws StoreException, JournalException;

  MeterClient.Factory meterClients();

  /// The laptop's radio, and the meter that the user joined.
  HandJoinAdapter wifi();

  /// Says why Wi-Fi does not do what it should.
  WifiDoctor wifiDoctor();

  /// The Wi-Fi passwords of the meters.
  FleetPasswords passphrases();

  /// Visits every meter that somebody walks past.
  Walk walk(WifiAdapter wifi, ErasePolicy erase) throws StoreException, JournalException;

  SyncService sync() throws StoreException, JournalException;

  /// The history of syncs.
  SyncRuns syncRuns() throws StoreException, JournalException;

  /// Sign-in, devices, dashboard and firmware of the server.
  ServerTools server() throws StoreException, JournalException;

  /// Whether the laptop's clock may set meters'.
  LaptopClock laptopClock();

  /// What better clocks said about the laptop's.
  LaptopClockEvidence clockEvidence();

  /// Makes the database again; must not be called after it was opened.
  Rebuild rebuild() throws JournalException;

  /// Makes the database's file small; must not be called after it was opened.
  Compaction compaction();

  SettingsStore settings();

  /// Keys and passwords of servers.
  SecretStore secrets();

  Benches benches();

  /// Starts drawing; closed by the caller.
  ChartPictures charts(ChartLabels labels);

  /// What is missing of meters.
  GapQuery gaps() throws StoreException, JournalException;

  /// What exports say about meters.
  ExportedMeters exportedMeters() throws StoreException, JournalException;

  SpreadsheetFormat spreadsheets();

  BucketSource buckets() throws StoreException, JournalException;

  Locale locale();

  @Override
  void close();

  /// Opens services.
  interface Factory {
    /// @param dataDir empty = the default place
    /// @param simulated real and simulated readings never mix: a folder of its own inside
    Services open(Optional<Path> dataDir, boolean simulated) throws Exception;
  }
}
