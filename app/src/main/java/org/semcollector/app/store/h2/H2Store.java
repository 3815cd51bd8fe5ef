package org.semcollector.app.store.h2;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.Corrections;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.app.store.IngestStore;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.SettledTimes;
import org.semcollector.app.store.StaleStamps;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open database file with all ports onto it. One process at a time.
public final class H2Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(H2Store.class);

  private final Connections connections;
  private final ZoneId newMetersZone;
  private final ChangedTimes followers;

  private H2Store(Connections connections, ZoneId newMetersZone, ChangedTimes followers) {
    this.connections = connections;
    this.newMetersZone = newMetersZone;
    this.followers = followers;
  }

  /// Opens a database, or makes an empty one, and brings its schema up to date.
  ///
  /// @param file without H2's suffix `.mv.db`; its folder is made when needed
  /// @param newMetersZone the zone in which the days of meters not known yet are counted
  public static H2Store open(Path file, ZoneId newMetersZone) throws StoreException {
    return open(file, newMetersZone, ChangedTimes.NONE);
  }

  /// As the other one, with what must stay in step with the readings.
  ///
  /// @param followers told of every change inside its transaction
  public static H2Store open(Path file, ZoneId newMetersZone, ChangedTimes followers) throws StoreException {
    Connections connections = Connections.open(file);
    try {
      connections.change(Migrations::run);
      return new H2Store(connections, newMetersZone, followers);
    } catch (StoreException | RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  /// Stored readings.
  public ReadingStore readings() {
    return new H2Readings(connections);
  }

  /// Meters and visits.
  public MeterStore meters() {
    return new H2Meters(connections, newMetersZone, followers);
  }

  /// What the server is not proven to have.
  public Outbox outbox() {
    return new H2Outbox(connections);
  }

  /// The times of readings, as versions.
  public Corrections corrections() {
    return new H2Corrections(connections, followers);
  }

  /// Times a server may have that count no more.
  public StaleStamps staleStamps() {
    return new H2StaleStamps(connections);
  }

  /// Boots that were no outages.
  public Restarts restarts() {
    return new H2Restarts(connections);
  }

  /// Firmware states on their way to a server.
  public FirmwareReports firmwareReports() {
    return new H2FirmwareReports(connections);
  }

  /// Up to where times are settled.
  public SettledTimes settledTimes() {
    return new H2SettledTimes(connections);
  }

  /// The history of runs that brought readings to a server.
  public SyncRuns syncRuns() {
    return new H2SyncRuns(connections);
  }

  /// What is kept added up beside the readings.
  public KeptSums keptSums() {
    return new H2KeptSums(connections);
  }

  /// The database for the rules of storing.
  public IngestStore ingest() {
    return new H2Ingest(connections, newMetersZone, followers);
  }

  /// Takes over what the journal does not have: which times a server may have. To be asked of a database made again
  /// from the journal, when all readings are in it.
  ///
  /// @param former the database before; empty when there was none that could be read
  public void inherit(Optional<H2Store> former) throws StoreException {
    Inheritance.everythingMayBeSent(connections);
    try {
      if (former.isPresent())
        new Inheritance(connections, former.get().connections).take();
    } catch (StoreException e) {
      // a damaged database must not keep people from a whole one: a later sync sees what stands on the server
      LOG.warn("not taken over from the former database: {}", e.getMessage());
    }
  }

  /// Closes the database and writes it anew without the room that changes have left in it. A kill meanwhile leaves the
  /// file as it was.
  public void closeCompacted() throws StoreException {
    connections.closeCompacted();
  }

  @Override
  public void close() throws StoreException {
    connections.close();
  }
}
