package org.semcollector.app.store.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns;

/// The table `sync_run`.
final class H2SyncRuns implements SyncRuns {
  private static final int KEPT = 1_000;

  private final Connections connections;

  H2SyncRuns(Connections connections) {
    this.connections = connections;
  }

  @Override
  public long started(Instant at, String server) throws StoreException {
    return connections.write(connection -> {
      Sql.update(connection, "INSERT INTO sync_run (started_at, server) VALUES (?, ?)", at, server);
      long id = Sql.first(connection, row -> row.getLong(1), "SELECT MAX(id) FROM sync_run")
          .orElseThrow(() -> new SQLException("the run was not inserted"));
      Sql.update(connection, "DELETE FROM sync_run WHERE id <= ?", id - KEPT);
      return id;
    });
  }

  @Override
  public void ended(long id, Instant at, Outcome outcome, Counts counts, String sentence) throws StoreException {
    connections.change(connection -> Sql.update(connection, """
        UPDATE sync_run SET ended_at = ?, outcome = ?, proven = ?, accepted = ?, refused = ?, deleted = ?, lost = ?,
          waiting = ?, sentence = ?
        WHERE id = ?""", at, outcome.name(), counts.proven(), counts.accepted(), counts.refused(), counts.deleted(),
        counts.lost(), counts.waiting(), sentence, id));
  }

  @Override
  public List<Run> newest(int limit) throws StoreException {
    return connections.read(connection -> Sql.list(connection, H2SyncRuns::run,
        "SELECT * FROM sync_run ORDER BY id DESC FETCH FIRST ? ROWS ONLY", limit));
  }

  private static Run run(ResultSet row) throws SQLException {
    var counts = new Counts(row.getLong("proven"), row.getLong("accepted"), row.getLong("refused"),
        row.getLong("deleted"), row.getLong("lost"), row.getLong("waiting"));
    return new Run(row.getLong("id"), Sql.instant(row, "started_at").orElseThrow(), row.getString("server"),
        Sql.instant(row, "ended_at"), Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf), counts,
        row.getString("sentence"));
  }
}
