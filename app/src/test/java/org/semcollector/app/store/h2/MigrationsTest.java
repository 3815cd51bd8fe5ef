package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.StoreException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MigrationsTest {
  private static final String ONE = "CREATE TABLE IF NOT EXISTS a (id INT);\nCREATE TABLE IF NOT EXISTS b (id INT);";
  private static final String TWO = "ALTER TABLE a ADD COLUMN IF NOT EXISTS name VARCHAR;";

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sem", "");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private List<Integer> versions() throws SQLException {
    return Sql.list(connection, row -> row.getInt(1), "SELECT version FROM schema_version ORDER BY version");
  }

  @Test
  void scriptsRunOnceInOrder() throws Exception {
    Migrations.run(connection, List.of(ONE));
    Sql.update(connection, "INSERT INTO a VALUES (7)");
    Migrations.run(connection, List.of(ONE, TWO));
    Migrations.run(connection, List.of(ONE, TWO));
    assertEquals(List.of(1, 2), versions());
    assertEquals(List.of(7), Sql.list(connection, row -> row.getInt(1), "SELECT id FROM a WHERE name IS NULL"));
  }

  @Test
  void aScriptThatWasCutShortIsFinished() throws Exception {
    Sql.update(connection, "CREATE TABLE a (id INT)");
    Migrations.run(connection, List.of(ONE));
    assertEquals(List.of(), Sql.list(connection, row -> row.getInt(1), "SELECT id FROM b"));
  }

  @Test
  void theRealScriptsCanBeFinishedAfterAKillAnywhere() throws Exception {
    Migrations.run(connection);
    Sql.update(connection, "DELETE FROM schema_version");
    Sql.update(connection, "DROP TABLE refusal");
    Migrations.run(connection);
    assertEquals(List.of(), Sql.list(connection, row -> row.getLong(1), "SELECT reading FROM refusal"));
  }

  @Test
  void aNewerDatabaseIsRefused() throws Exception {
    Migrations.run(connection, List.of(ONE, TWO));
    var refused = assertThrows(StoreException.class, () -> Migrations.run(connection, List.of(ONE)));
    assertTrue(refused.getMessage().contains("newer SEM Collector"), refused.getMessage());
  }

  @Test
  void aDatabaseOfAnotherScriptIsRefused() throws Exception {
    Migrations.run(connection, List.of(ONE));
    var refused = assertThrows(StoreException.class, () -> Migrations.run(connection, List.of(ONE + "\n--")));
    assertTrue(refused.getMessage().contains("sem rebuild"), refused.getMessage());
  }

  @Test
  void lineEndsOfACheckoutDoNotMatter() throws Exception {
    Migrations.run(connection, List.of(ONE));
    Migrations.run(connection, List.of(ONE.replace("\n", "\r\n")));
    assertEquals(List.of(1), versions());
  }
}
