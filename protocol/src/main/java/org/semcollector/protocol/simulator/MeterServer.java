package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Speaks for a simulated meter on a loopback port, byte for byte as the meter's web server: one request at a time,
/// four connections with the least recently used one dropped for a fifth, five seconds of patience, bare status lines,
/// one chunk per record. What arrived can be read back.
public final class MeterServer implements AutoCloseable {
  private static final int BACKLOG = 5;
  private static final int MOST_CONNECTIONS = 4;
  /// Small, so that a peer that does not read is noticed.
  private static final int SEND_BUFFER_BYTES = 64 * 1024;
  private static final Duration RELEASE_TIME = Duration.ofSeconds(5);

  private final MeterTask task;
  private final Options options;
  private final int port;
  private final ReentrantLock oneRequestAtATime = new ReentrantLock(true);
  private final List<ServerConnection> connections = new ArrayList<>();
  private int accepted;
  private boolean closed;
  private @Nullable ServerSocketChannel listener;
  private @Nullable Socket placeHolder;

  /// What tests may want otherwise.
  ///
  /// @param socketWait how long the server waits for a peer to send or take something; 5 s in the firmware
  /// @param other the meter that answers when the plan says so; without one, a stranger with its own token is made up
  public record Options(Duration socketWait, Optional<SimulatedMeter> other) {
    public static final Options DEFAULT = new Options(Duration.ofSeconds(5), Optional.empty());

    public Options withSocketWait(Duration newWait) {
      return new Options(newWait, other);
    }

    public Options withOther(SimulatedMeter newOther) {
      return new Options(socketWait, Optional.of(newOther));
    }
  }

  private MeterServer(SimulatedMeter meter, FaultPlan faults, InstantSource time, int port, Options options)
      throws IOException {
    this.options = options;
    this.task = new MeterTask(meter, options.other(), faults, time);
    this.port = open(port);
  }

  /// @param time the simulated true time, asked once per request
  /// @param port on loopback; 0 for any free one
  /// @throws UncheckedIOException when the port cannot be had
  public static MeterServer start(SimulatedMeter meter, FaultPlan faults, InstantSource time, int port) {
    return start(meter, faults, time, port, Options.DEFAULT);
  }

  public static MeterServer start(
      SimulatedMeter meter, FaultPlan faults, InstantSource time, int port, Options options) {
    try {
      return new MeterServer(meter, faults, time, port, options);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated meter cannot listen on port " + port, e);
    }
  }

  /// Where it listens, "http://127.0.0.1:49152".
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public SimulatedMeter meter() {
    return task.meter();
  }

  /// The meter that answers under the fault `other`.
  public SimulatedMeter other() {
    return task.other();
  }

  /// Every request so far, oldest first.
  public List<ReceivedRequest> requests() {
    return task.requests();
  }

  /// How many connections were opened so far.
  public synchronized int connectionCount() {
    return accepted;
  }

  /// Takes the meter's power: connections end, new ones are refused.
  public synchronized void powerOff() {
    losePower();
    dropConnections();
  }

  /// The same, but what is being sent may still arrive.
  synchronized void losePower() {
    task.meter().powerOff(task.now());
    refuseConnections();
  }

  /// Gives power back.
  public synchronized void powerOn() {
    task.meter().powerOn(task.now());
    if (listener == null && !closed) {
      try {
        open(port);
      } catch (IOException e) {
        throw new UncheckedIOException("the simulated meter cannot listen on port " + port + " again", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    stopListening();
    dropConnections();
    closeQuietly(placeHolder);
  }

  /// Ends every connection, as when the access point goes.
  synchronized void dropConnections() {
    drop(connections());
  }

  /// The connections there are now.
  synchronized List<ServerConnection> connections() {
    return List.copyOf(connections);
  }

  /// Ends these connections; those opened since stay.
  synchronized void drop(List<ServerConnection> old) {
    old.forEach(ServerConnection::close);
    connections.removeAll(old);
  }

  synchronized void ended(ServerConnection connection) {
    connections.remove(connection);
  }

  synchronized void used(ServerConnection connection) {
    if (connections.remove(connection)) {
      connections.add(connection);
    }
  }

  ReentrantLock oneRequestAtATime() {
    return oneRequestAtATime;
  }

  private int open(int wanted) throws IOException {
    closeQuietly(placeHolder);
    var opened = ServerSocketChannel.open();
    opened.bind(new InetSocketAddress(loopback(), wanted), BACKLOG);
    listener = opened;
    int actual = opened.socket().getLocalPort();
    if (task.refusesConnection(1)) {
      stopListening();
      hold(actual);
      return actual;
    }
    Thread.ofPlatform().daemon().name("simulated-meter-" + actual).start(() -> accept(opened));
    return actual;
  }

  private void accept(ServerSocketChannel from) {
    try {
      while (true) {
        SocketChannel channel = from.accept();
        admit(channel);
      }
    } catch (IOException _) {
      // closed: the server stops, or refuses from now on
    }
  }

  private synchronized void admit(SocketChannel channel) throws IOException {
    accepted++;
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
    if (closed || task.dropsConnection(accepted)) {
      channel.close();
    } else {
      if (connections.size() >= MOST_CONNECTIONS) {
        connections.removeFirst().close();
      }
      var connection = new ServerConnection(this, task, new TimedChannel(channel), accepted, options.socketWait());
      connections.add(connection);
      Thread.ofPlatform().daemon().name("simulated-meter-connection-" + accepted).start(connection::run);
    }
    if (task.refusesConnection(accepted + 1)) {
      refuseConnections();
    }
  }

  /// Keeps the port, but nobody listens there any more.
  private void refuseConnections() {
    if (listener != null) {
      stopListening();
      try {
        hold(port);
      } catch (IOException e) {
        throw new UncheckedIOException("the port of the simulated meter cannot be held", e);
      }
    }
  }

  /// The system gives the port up only when the thread that waits for connections has noticed, a moment later.
  private void hold(int heldPort) throws IOException {
    var socket = new Socket();
    placeHolder = socket;
    socket.setReuseAddress(true);
    long deadline = System.nanoTime() + RELEASE_TIME.toNanos();
    while (!socket.isBound()) {
      try {
        socket.bind(new InetSocketAddress(loopback(), heldPort));
      } catch (BindException e) {
        if (System.nanoTime() > deadline)
          throw e;
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
  }

  private void stopListening() {
    ServerSocketChannel open = listener;
    listener = null;
    closeQuietly(open);
  }

  private static void closeQuietly(@Nullable AutoCloseable resource) {
    if (resource != null) {
      try {
        resource.close();
      } catch (Exception e) {
        throw new IllegalStateException("a socket cannot be closed", e);
      }
    }
  }
}
