package org.semcollector.app.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;

/// How fast a full meter is stored durably, with its outbox and what follows the readings, and read again; beside it, from the same run, the way of
/// the phone app: one insert per row, each its own transaction, into the same database engine.
public final class StoreBench {
  private static final int ROUNDS = 5;
  private static final int PEER_ROWS = 2000;

  private StoreBench() {}

  /// @param readings stored in one transaction: a full single-phase meter has 60,674
  /// @param insertedPerSecond readings with their outbox and sums, forced to the disk; the best of the rounds
  /// @param peerPerSecond rows of one insert and one commit each
  /// @param readPerSecond readings streamed back
  /// @param dayMillis time for the readings of one day out of all
  public record Result(
      int readings, double insertedPerSecond, double peerPerSecond, double readPerSecond, double dayMillis) {}

  /// @param folder an empty folder on the disk to measure
  /// @param followers what is kept in step with the readings
  public static Result run(Path folder, int readings, ChangedTimes followers) throws StoreException {
    double best = 0;
    try (H2Store store = H2Store.open(folder.resolve("bench"), ZoneOffset.UTC, followers)) {
      for (int round = 0; round < ROUNDS; round++) {
        best = Math.max(best, insert(store, round, readings));
      }
      double all = Double.MAX_VALUE;
      double day = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        all = Math.min(all, readAll(store.readings(), round));
        day = Math.min(day, readDay(store.readings(), round, readings));
      }
      return new Result(readings, best, peer(folder.resolve("peer")), readings / all, day * 1000);
    }
  }

  private static double readAll(ReadingStore read, int meter) throws StoreException {
    return seconds(() -> read.forEach(ssid(meter), ReadingStore.Range.ALL, _ -> {}));
  }

  private static double readDay(ReadingStore read, int meter, int readings) throws StoreException {
    Instant day = start().plusSeconds(3601L * readings / 2);
    return seconds(() -> read.readings(ssid(meter), new ReadingStore.Range(day, day.plusSeconds(86_400))));
  }

  private interface Work {
    void run() throws StoreException;
  }

  private static double seconds(Work work) throws StoreException {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e9;
  }

  private static double insert(H2Store store, int meter, int count) throws StoreException {
    int id = store.ingest().write(tx -> tx.meter(ssid(meter)).id());
    List<NewReading> readings = readings(id, count);
    var stretch = new Stretch("bench", Optional.empty(), List.of(), start(), "none", 1, start());
    double seconds = seconds(() -> store.ingest().write(tx -> {
      tx.insert(stretch, readings);
      return true;
    }));
    return count / seconds;
  }

  private static List<NewReading> readings(int meter, int count) {
    var random = new SplittableRandom(meter);
    var readings = new ArrayList<NewReading>(count);
    double total = 0;
    for (int i = 0; i < count; i++) {
      Instant at = start().plusSeconds(3601L * i);
      float current = random.nextFloat() * 12;
      float voltage = 224 + random.nextFloat() * 12;
      float kwh = random.nextFloat();
      var raw = new Reading(1, current * voltage * 0.9f, current * voltage, current, voltage, kwh,
          at.toEpochMilli() + random.nextInt(3000));
      total += kwh;
      Bytes bytes = ReadingCodec.encode(List.of(raw));
      var time = new CorrectedTime(at, at.minusSeconds(1800), at.plusSeconds(1800), Why.VISIT);
      readings.add(new NewReading(new ReadingKey(meter, 1, i), i, bytes, SavePeriod.HOUR, time, total));
    }
    return readings;
  }

  private static double peer(Path file) throws StoreException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sem", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE telemetry (id BIGINT AUTO_INCREMENT PRIMARY KEY, ct INT, p REAL, s REAL, i REAL,"
          + " v REAL, kwh REAL, ts BIGINT)");
      try (PreparedStatement insert = connection
          .prepareStatement("INSERT INTO telemetry (ct, p, s, i, v, kwh, ts) VALUES (1, ?, 120, 3, 230, 0.5, ?)")) {
        long from = System.nanoTime();
        for (int i = 0; i < PEER_ROWS; i++) {
          insert.setFloat(1, i);
          insert.setLong(2, start().toEpochMilli() + i);
          insert.executeUpdate();
        }
        return PEER_ROWS / ((System.nanoTime() - from) / 1e9);
      }
    } catch (SQLException e) {
      throw Failures.translate(file, e);
    }
  }

  private static Instant start() {
    return Instant.parse("2020-01-01T00:00:00Z");
  }

  private static Ssid ssid(int meter) {
    return new Ssid("SEM-24:6f:28:00:00:0" + meter);
  }
}
