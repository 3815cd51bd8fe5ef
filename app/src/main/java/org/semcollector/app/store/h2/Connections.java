package org.semcollector.app.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.Constants;
import org.semcollector.app.store.StoreException;

/// One writer connection under a lock, and readers that are kept for the next use.
///
/// A thread that was interrupted is not let in: H2 would close the file for everyone.
final class Connections implements AutoCloseable {
  private final Path file;
  private final String url;
  private final Connection writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final ConcurrentLinkedDeque<Connection> idleReaders = new ConcurrentLinkedDeque<>();

  private Connections(Path file, String url, Connection writer) {
    this.file = file;
    this.url = url;
    this.writer = writer;
  }

  /// Opens the database, or makes an empty one.
  ///
  /// @param file without the suffix `.mv.db`
  static Connections open(Path file) throws StoreException {
    // LOCK_TIMEOUT only matters for a second writer in this process; the lock below keeps it out.
    // WRITE_DELAY=0: nothing waits in the background, each commit goes to the file (see docs/store.md).
    // TRACE_LEVEL_FILE=0: H2 prints a stack trace when it cannot write its trace; what failed is said here anyway.
    String path = file.toAbsolutePath().toString();
    if (path.contains(";")) {
      throw new StoreException("The folder " + file.toAbsolutePath().getParent() + " has a semicolon in its name, which"
          + " the database cannot take. Nothing was changed. Choose another data folder.");
    }
    String url = "jdbc:h2:file:" + path + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=60000;TRACE_LEVEL_FILE=0";
    try {
      Connection writer = DriverManager.getConnection(url, "sem", "");
      writer.setAutoCommit(false);
      return new Connections(file, url, writer);
    } catch (SQLException e) {
      throw Failures.translate(file, e);
    }
  }

  /// Work on a connection.
  interface Work<T> {
    T on(Connection connection) throws SQLException, StoreException;
  }

  /// Work without a result.
  interface Action {
    void on(Connection connection) throws SQLException, StoreException;
  }

  /// Work in a transaction of the one writer; its commit is forced to the disk, unless it changed nothing.
  <T> T write(Work<T> work) throws StoreException {
    return guarded(() -> {
      writing.lock();
      try {
        T result = work.on(writer);
        writer.commit();
        sync();
        return result;
      } catch (SQLException | StoreException | RuntimeException e) {
        rollBack(e);
        throw e;
      } finally {
        writing.unlock();
      }
    });
  }

  /// As [#write], for work without a result.
  void change(Action action) throws StoreException {
    write(connection -> {
      action.on(connection);
      return true;
    });
  }

  /// As [#read], for work without a result.
  void scan(Action action) throws StoreException {
    read(connection -> {
      action.on(connection);
      return true;
    });
  }

  /// Reads one consistent state of the database, undisturbed by writers.
  <T> T read(Work<T> work) throws StoreException {
    return guarded(() -> {
      Connection reader = reader();
      try {
        return work.on(reader);
      } finally {
        reader.rollback();
        idleReaders.push(reader);
      }
    });
  }

  /// What a failed statement means for the user.
  StoreException translate(SQLException failure) {
    return Failures.translate(file, failure);
  }

  private void sync() throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  private void rollBack(Exception cause) {
    try {
      writer.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private Connection reader() throws SQLException {
    Connection idle = idleReaders.poll();
    if (idle != null)
      return idle;
    Connection reader = DriverManager.getConnection(url, "sem", "");
    reader.setAutoCommit(false);
    reader.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
    return reader;
  }

  private interface Guarded<T> {
    T run() throws SQLException, StoreException;
  }

  private <T> T guarded(Guarded<T> work) throws StoreException {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoreException("The work was stopped before it reached the database. Nothing was changed; try again.");
    }
    try {
      return work.run();
    } catch (SQLException e) {
      throw Failures.translate(file, e);
    }
  }

  /// Waits for the writer, then closes the file.
  @Override
  public void close() throws StoreException {
    close(Connection::close);
  }

  /// Closes the file and gives back all room in it that nothing needs. Takes as long as writing it anew.
  void closeCompacted() throws StoreException {
    close(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN COMPACT");
      }
    });
  }

  private void close(Action ending) throws StoreException {
    guarded(() -> {
      writing.lock();
      try {
        for (Connection idle = idleReaders.poll(); idle != null; idle = idleReaders.poll()) {
          idle.close();
        }
        if (!writer.isClosed())
          ending.on(writer);
        return true;
      } finally {
        writing.unlock();
      }
    });
  }
}
