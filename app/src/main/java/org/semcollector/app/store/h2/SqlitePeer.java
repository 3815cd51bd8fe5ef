package org.semcollector.app.store.h2;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.reading.ReadingCodec;

/// The same readings in SQLite, as one would store them there: one row per reading with raw record and times, an index
/// by meter and time, one transaction per meter. Its driver does not come with the program: whoever measures brings it.
public final class SqlitePeer {
  private SqlitePeer() {}

  /// @param insertedPerSecond readings
  /// @param openMillis to open the file and count a meter's readings of one day
  /// @param monthMillis to add a month of one meter up
  public record Result(double insertedPerSecond, double openMillis, double monthMillis, double bytesPerReading) {}

  /// @param jar a sqlite-jdbc jar
  /// @param file where to put the database
  public static Result run(Path jar, Path file, ReadingStore readings, List<MeterRow> meters)
      throws IOException, StoreException, SQLException {
    try (var loader = new URLClassLoader(new URL[]{jar.toUri().toURL()}, SqlitePeer.class.getClassLoader())) {
      Driver driver = (Driver) loader.loadClass("org.sqlite.JDBC").getDeclaredConstructor().newInstance();
      return run(driver, "jdbc:sqlite:" + file, file, readings, meters);
    } catch (ReflectiveOperationException e) {
      throw new IOException(jar + " holds no SQLite driver", e);
    }
  }

  private static Result run(Driver driver, String url, Path file, ReadingStore readings, List<MeterRow> meters)
      throws IOException, StoreException, SQLException {
    long start = System.nanoTime();
    long rows = 0;
    try (Connection connection = driver.connect(url, new Properties())) {
      create(connection);
      connection.setAutoCommit(false);
      for (int meter = 0; meter < meters.size(); meter++) {
        rows += insert(connection, meter, readings, meters.get(meter));
        connection.commit();
      }
    }
    double insertSeconds = seconds(start);
    long first = meters.getFirst().firstMeasuredAt().orElseThrow().toEpochMilli();
    start = System.nanoTime();
    try (Connection connection = driver.connect(url, new Properties())) {
      sum(connection, first, first + 86_400_000L);
      double open = seconds(start);
      start = System.nanoTime();
      sum(connection, first, first + 30 * 86_400_000L);
      return new Result(rows / insertSeconds, open * 1000, seconds(start) * 1000, (double) Files.size(file) / rows);
    }
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE reading (key INTEGER PRIMARY KEY, meter INTEGER, raw BLOB, kwh_total REAL,"
          + " measured_at INTEGER, earliest INTEGER, latest INTEGER, why INTEGER, kwh REAL, state INTEGER)");
      statement.execute("CREATE INDEX by_time ON reading (meter, measured_at)");
    }
  }

  private static long insert(Connection connection, int meter, ReadingStore readings, MeterRow row)
      throws SQLException, StoreException {
    var rows = new long[1];
    try (PreparedStatement insert = connection
        .prepareStatement("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")) {
      readings.forEach(row.ssid(), ReadingStore.Range.ALL, reading -> {
        try {
          insert(insert, meter, reading);
          rows[0]++;
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
    }
    return rows[0];
  }

  private static void insert(PreparedStatement insert, int meter, StoredReading reading) throws SQLException {
    insert.setLong(1, reading.key());
    insert.setInt(2, meter);
    insert.setBytes(3, ReadingCodec.encode(List.of(reading.raw())).toArray());
    insert.setDouble(4, reading.record() * 0.1);
    insert.setLong(5, reading.time().measuredAt().toEpochMilli());
    insert.setLong(6, reading.time().earliest().toEpochMilli());
    insert.setLong(7, reading.time().latest().toEpochMilli());
    insert.setInt(8, 1);
    insert.setDouble(9, reading.intervalEnergyKwh());
    insert.executeUpdate();
  }

  private static double sum(Connection connection, long from, long to) throws SQLException {
    try (PreparedStatement query = connection
        .prepareStatement("SELECT SUM(kwh) FROM reading WHERE meter = 0 AND measured_at >= ? AND measured_at < ?")) {
      query.setLong(1, from);
      query.setLong(2, to);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getDouble(1);
      }
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
