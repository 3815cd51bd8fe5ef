package org.semcollector.app.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;

/// Brings a database to the newest schema by numbered scripts. H2 commits each DDL statement by itself, so a kill can
/// leave a script half done: every script can be run again from its start.
final class Migrations {
  /// In order; number n is at index n - 1. A script that was released is never changed.
  private static final List<String> SCRIPTS = List.of("V001__readings.sql", "V002__sync.sql", "V003__kept_sums.sql",
      "V004__visit_token.sql", "V005__settled.sql", "V006__restart.sql", "V007__restart_boots.sql",
      "V008__firmware_report.sql", "V009__restart_versions.sql");

  private Migrations() {}

  static void run(Connection connection) throws SQLException, StoreException {
    run(connection, SCRIPTS.stream().map(Migrations::resource).toList());
  }

  static void run(Connection connection, List<String> scripts) throws SQLException, StoreException {
    NavigableMap<Integer, String> done = done(connection);
    if (!done.isEmpty() && done.lastKey() > scripts.size()) {
      throw new StoreException("The database was made by a newer SEM Collector (schema " + done.lastKey()
          + ", this one knows " + scripts.size() + "). Nothing was changed. Install the newer version.");
    }
    for (int version = 1; version <= scripts.size(); version++) {
      String script = scripts.get(version - 1);
      String former = done.get(version);
      if (former == null) {
        apply(connection, version, script);
      } else if (!former.equals(checksum(script))) {
        throw new StoreException("The database's schema " + version + " is not the one this SEM Collector knows."
            + " Everything that was collected is safe in the journal; run `sem rebuild` to make the database again.");
      }
    }
  }

  private static NavigableMap<Integer, String> done(Connection connection) throws SQLException {
    var done = new TreeMap<Integer, String>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("""
          CREATE TABLE IF NOT EXISTS schema_version (
            version INT PRIMARY KEY,
            sha256 CHAR(64) NOT NULL
          )""");
      try (ResultSet rows = statement.executeQuery("SELECT version, sha256 FROM schema_version")) {
        while (rows.next()) {
          done.put(rows.getInt(1), rows.getString(2));
        }
      }
    }
    return done;
  }

  private static void apply(Connection connection, int version, String script) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement record = connection.prepareStatement("INSERT INTO schema_version VALUES (?, ?)")) {
      statement.execute(script);
      record.setInt(1, version);
      record.setString(2, checksum(script));
      record.executeUpdate();
      connection.commit();
    }
  }

  /// Line ends differ between checkouts, the script does not.
  private static String checksum(String script) {
    return Bytes.copyOf(script.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)).sha256();
  }

  static String resource(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null)
        throw new IllegalStateException("missing script " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
