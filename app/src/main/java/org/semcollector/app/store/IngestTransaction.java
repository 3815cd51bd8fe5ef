package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// What the rules of storing read and write, inside one transaction.
public interface IngestTransaction {
  /// A meter; made when it is not known yet.
  MeterState meter(Ssid ssid) throws StoreException;

  void save(MeterState meter) throws StoreException;

  /// A visit; made when it is not known yet.
  VisitRow visit(VisitRef visit) throws StoreException;

  void save(VisitRow visit) throws StoreException;

  /// What a fact added when it was applied; empty when it was not applied yet.
  Optional<VisitProjection.Applied> applied(VisitRef visit, String fact) throws StoreException;

  /// Remembers that a fact is applied.
  void remember(VisitRef visit, String fact, VisitProjection.Applied applied) throws StoreException;

  /// The epochs since the last proven erase, newest first.
  List<EpochState> epochs(int meter) throws StoreException;

  void save(int meter, EpochState epoch) throws StoreException;

  /// The raw records stored from an epoch.
  void rawRecords(int meter, int epoch, Consumer<Bytes> consumer) throws StoreException;

  /// The measured times a meter's readings have between two instants, both included, ms since 1970.
  List<Long> measuredMillis(int meter, Instant from, Instant to) throws StoreException;

  /// Remembers that the meter was restarted from here.
  void restarted(MeterState meter, Restarts.Restart restart) throws StoreException;

  /// A meter's restarts from here, in order of time.
  List<Restarts.Restart> restarts(MeterState meter) throws StoreException;

  /// Queues a firmware state for the server; one of the same time is replaced.
  void report(MeterState meter, FirmwareReport report) throws StoreException;

  /// The newest firmware state of a meter.
  Optional<FirmwareReport> lastFirmware(MeterState meter) throws StoreException;

  /// Adds readings of one stretch, keys ascending, and their outbox rows.
  void insert(Stretch stretch, List<NewReading> readings) throws StoreException;
}
