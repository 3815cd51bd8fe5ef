package org.semcollector.app.store.h2;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.semcollector.app.store.ChannelEnergy;
import org.semcollector.app.store.ClockEvidence;
import org.semcollector.app.store.EpochState;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.IngestTransaction;
import org.semcollector.app.store.MeterState;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.VisitProjection.Applied;
import org.semcollector.app.store.VisitRow;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// One transaction of the rules of storing, on the writer's connection.
final class H2Transaction implements IngestTransaction {
  private final Connections connections;
  private final Connection connection;
  private final ZoneId newMetersZone;
  private final PackInsert inserts;
  private final Changes changes = new Changes();

  H2Transaction(Connections connections, Connection connection, ZoneId newMetersZone) {
    this.connections = connections;
    this.connection = connection;
    this.newMetersZone = newMetersZone;
    this.inserts = new PackInsert(connection);
  }

  /// What this transaction changed so far.
  Changes changes() {
    return changes;
  }

  private interface Statement<T> {
    T run() throws SQLException;
  }

  private <T> T sql(Statement<T> statement) throws StoreException {
    try {
      return statement.run();
    } catch (SQLException e) {
      throw connections.translate(e);
    }
  }

  @Override
  public MeterState meter(Ssid ssid) throws StoreException {
    return sql(() -> {
      int id = MeterIds.require(connection, ssid, newMetersZone);
      return Sql.first(connection, row -> meter(row, ssid), "SELECT * FROM meter WHERE id = ?", id)
          .orElseThrow(() -> new SQLException("meter " + ssid + " vanished"));
    });
  }

  private static MeterState meter(ResultSet row, Ssid ssid) throws SQLException {
    var energy = new ChannelEnergy(row.getDouble("channel_1_kwh"), row.getDouble("channel_2_kwh"),
        row.getDouble("channel_3_kwh"));
    var clock = new ClockEvidence(Sql.instant(row, "clock_set_at"), row.getInt("boots_before"),
        row.getInt("boots_seen"), Sql.instant(row, "clock_maybe_set_at"));
    return new MeterState(row.getInt("id"), ssid, Sql.integer(row, "firmware_version"), token(row),
        row.getLong("readings"), row.getInt("epochs"), energy, clock, Sql.instant(row, "last_collected_at"),
        Optional.ofNullable(row.getString("last_outcome")));
  }

  static Optional<MeterToken> token(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("token"))
        .flatMap(text -> MeterToken.decode(Bytes.copyOf(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
  }

  @Override
  public void save(MeterState meter) throws StoreException {
    ChannelEnergy energy = meter.energy();
    ClockEvidence clock = meter.clock();
    Optional<String> token = meter.token()
        .map(held -> new String(held.encode().toArray(), java.nio.charset.StandardCharsets.US_ASCII));
    sql(() -> Sql.update(connection, """
        UPDATE meter SET firmware_version = ?, token = ?, readings = ?, epochs = ?,
          channel_1_kwh = ?, channel_2_kwh = ?, channel_3_kwh = ?,
          clock_set_at = ?, boots_before = ?, boots_seen = ?, clock_maybe_set_at = ?,
          last_collected_at = ?, last_outcome = ?
        WHERE id = ?""", meter.firmwareVersion(), token, meter.readings(), meter.epochs(),
        energy.channel1Kwh(), energy.channel2Kwh(), energy.channel3Kwh(),
        clock.setAt(), clock.bootsBefore(), clock.bootsSeen(), clock.maybeSetAt(),
        meter.lastCollectedAt(), meter.lastOutcome(), meter.id()));
  }

  @Override
  public VisitRow visit(VisitRef visit) throws StoreException {
    return sql(() -> H2Meters.VisitRows.of(connection, visit.reference())).orElseGet(() -> VisitRow.started(visit));
  }

  @Override
  public void save(VisitRow visit) throws StoreException {
    sql(() -> {
      visitId(visit.ssid(), visit.reference(), visit.startedAt());
      return Sql.update(connection, """
          UPDATE visit SET ended_at = ?, outcome = ?, new_readings = ?, known_readings = ?, erased = ?, outages = ?,
            sentence = ?, token = ?
          WHERE reference = ?""", visit.endedAt(), visit.outcome(), visit.newReadings(), visit.knownReadings(),
          visit.erased(), visit.outages(), visit.sentence(),
          visit.token().map(token -> new String(token.encode().toArray(), StandardCharsets.US_ASCII)),
          visit.reference());
    });
  }

  private int visitId(Ssid ssid, String reference, Instant startedAt) throws SQLException {
    Optional<Integer> known = Sql.first(connection, row -> row.getInt(1), "SELECT id FROM visit WHERE reference = ?",
        reference);
    if (known.isPresent())
      return known.get();
    Sql.update(connection, """
        INSERT INTO visit (meter, reference, started_at, outcome, new_readings, known_readings, erased, outages,
          sentence)
        VALUES (?, ?, ?, ?, 0, 0, FALSE, 0, '')""", MeterIds.require(connection, ssid, newMetersZone), reference,
        startedAt, VisitRow.UNFINISHED);
    return Sql.first(connection, row -> row.getInt(1), "SELECT id FROM visit WHERE reference = ?", reference)
        .orElseThrow(() -> new SQLException("visit " + reference + " was not inserted"));
  }

  @Override
  public Optional<Applied> applied(VisitRef visit, String fact) throws StoreException {
    return sql(() -> Sql.first(connection, row -> new Applied(row.getInt(1), row.getInt(2)), """
        SELECT f.new_readings, f.known_readings FROM visit_fact f JOIN visit v ON v.id = f.visit
        WHERE v.reference = ? AND f.fact = ?""", visit.reference(), fact));
  }

  @Override
  public void remember(VisitRef visit, String fact, Applied applied) throws StoreException {
    sql(() -> Sql.update(connection, "INSERT INTO visit_fact VALUES (?, ?, ?, ?)",
        visitId(visit.ssid(), visit.reference(), visit.startedAt()), fact, applied.newReadings(),
        applied.knownReadings()));
  }

  @Override
  public void restarted(MeterState meter, Restarts.Restart restart) throws StoreException {
    sql(() -> Sql.update(connection, """
        MERGE INTO restart (meter, from_at, to_at, version_before, version_after) KEY (meter, from_at)
        VALUES (?, ?, ?, ?, ?)""", meter.id(), restart.from(), restart.to(), restart.versionBefore(),
        restart.versionAfter()));
  }

  @Override
  public List<Restarts.Restart> restarts(MeterState meter) throws StoreException {
    return sql(() -> H2Restarts.of(connection, meter.ssid()));
  }

  @Override
  public void report(MeterState meter, FirmwareReport report) throws StoreException {
    sql(() -> {
      H2FirmwareReports.add(connection, meter.id(), report);
      return report;
    });
  }

  @Override
  public Optional<FirmwareReport> lastFirmware(MeterState meter) throws StoreException {
    return sql(() -> H2FirmwareReports.last(connection, meter.ssid()));
  }

  @Override
  public List<EpochState> epochs(int meter) throws StoreException {
    return sql(() -> Sql.list(connection, row -> new EpochState(row.getInt("number"),
        EpochState.End.valueOf(row.getString("ended")), row.getInt("records"), row.getString("sha256"),
        Optional.ofNullable(row.getString("opened_after_erase_of"))),
        "SELECT * FROM epoch WHERE meter = ? AND ended <> 'PROVEN' ORDER BY number DESC", meter));
  }

  @Override
  public void save(int meter, EpochState epoch) throws StoreException {
    sql(() -> Sql.update(connection, "MERGE INTO epoch KEY (meter, number) VALUES (?, ?, ?, ?, ?, ?)", meter,
        epoch.number(), epoch.end().name(), epoch.records(), epoch.sha256(), epoch.openedAfterEraseOf()));
  }

  @Override
  public void rawRecords(int meter, int epoch, Consumer<Bytes> consumer) throws StoreException {
    sql(() -> {
      H2Ingest.forEachRaw(connection, new ReadingKey(meter, epoch, 0).value(),
          new ReadingKey(meter, epoch, ReadingKey.LAST_POSITION).value(), (_, raw) -> consumer.accept(raw));
      return true;
    });
  }

  @Override
  public List<Long> measuredMillis(int meter, Instant from, Instant to) throws StoreException {
    return sql(() -> H2Readings.measuredMillis(connection, meter, from.toEpochMilli(), to.toEpochMilli()));
  }

  @Override
  public void insert(Stretch stretch, List<NewReading> readings) throws StoreException {
    sql(() -> {
      inserts.insert(stretch, readings);
      readings.forEach(reading -> changes.add(reading.key().meter(), reading.time().measuredAt().toEpochMilli()));
      return true;
    });
  }
}
