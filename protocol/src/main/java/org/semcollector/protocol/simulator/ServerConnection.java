package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.simulator.Transmission.Ending;

/// One connection to a meter's web server, request after request.
final class ServerConnection {
  private static final int BURST_BYTES = 64 * 1024;

  private final MeterServer server;
  private final MeterTask task;
  private final TimedChannel channel;
  private final int number;
  private final Duration wait;

  ServerConnection(MeterServer server, MeterTask task, TimedChannel channel, int number, Duration wait) {
    this.server = server;
    this.task = task;
    this.channel = channel;
    this.number = number;
    this.wait = wait;
  }

  void run() {
    try (channel) {
      if (task.silencesConnection(number)) {
        swallow();
      } else {
        boolean stays = true;
        while (stays && channel.awaitByte()) {
          server.used(this);
          stays = serveOne();
        }
      }
    } catch (IOException _) {
      // the peer went away; the meter does not mind
    } finally {
      server.ended(this);
    }
  }

  void close() {
    channel.close();
  }

  /// @return whether the connection stays
  private boolean serveOne() throws IOException {
    server.oneRequestAtATime().lock();
    try {
      return switch (new WireRequestReader(channel, wait).readHead()) {
        case WireRequestReader.Head.Ended _ -> false;
        case WireRequestReader.Head.Refused(MeterReply.Refusal refusal) -> refuse(refusal);
        case WireRequestReader.Head.Request(MeterRequest head) -> serve(head);
      };
    } finally {
      server.oneRequestAtATime().unlock();
    }
  }

  private boolean refuse(MeterReply.Refusal refusal) throws IOException {
    channel.write(WireWriter.refusal(refusal), wait);
    drain();
    return false;
  }

  private boolean serve(MeterRequest head) throws IOException {
    MeterTask.Turn turn = task.begin(head);
    if (turn.has(Fault.Kind.SILENT)) {
      task.log(number, head, 0);
      return true;
    }
    boolean faulty = turn.has(Fault.Kind.REBOOT) || turn.has(Fault.Kind.STATUS) || turn.has(Fault.Kind.REFUSE);
    Optional<MeterReply> early = faulty ? Optional.empty() : turn.meter().refusalBeforeBody(head);
    if (early.isPresent()) {
      task.log(number, head, 0);
      return send(turn, turn.handle(head)) && drainBody(head);
    }
    Optional<Bytes> body = new WireRequestReader(channel, wait).readBody(head);
    task.log(number, head, body.map(Bytes::length).orElse(0));
    if (body.isEmpty()) {
      send(turn, Transmission.of(WireWriter.answer(MeterReply.Answer.internalError("body cut")), Ending.CLOSE));
      return false;
    }
    return send(turn, turn.handle(head.withBody(body.get())));
  }

  /// What becomes of the meter is decided before the last byte can be seen, so that a client that reacts at once finds
  /// it done.
  private boolean send(MeterTask.Turn turn, Transmission sent) throws IOException {
    switch (sent.ending()) {
      case REBOOT -> turn.meter().reboot();
      case OFF -> server.losePower();
      case KEEP, CLOSE -> {
        // the meter lives on
      }
    }
    List<ServerConnection> beforeRestart = server.connections();
    boolean finished = transmitInTime(sent);
    return switch (sent.ending()) {
      case KEEP -> true;
      case CLOSE -> !finished;
      case REBOOT, OFF -> {
        server.drop(beforeRestart); // a peer that saw the whole reply may already be back
        yield false;
      }
    };
  }

  /// @return false when the peer reads too slowly: the handler gives up, the reply never ends, the socket stays
  private boolean transmitInTime(Transmission sent) throws IOException {
    try {
      ByteBuffer wire = sent.wire();
      transmit(wire.slice(0, sent.pauseAt()), sent.bytesPerSecond());
      pause(sent.pause());
      transmit(wire.slice(sent.pauseAt(), wire.remaining() - sent.pauseAt()), sent.bytesPerSecond());
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  private void transmit(ByteBuffer bytes, int bytesPerSecond) throws IOException {
    if (bytesPerSecond == 0) {
      channel.write(bytes, wait);
      return;
    }
    int burst = Math.clamp(bytesPerSecond / 20, 1, BURST_BYTES);
    while (bytes.hasRemaining()) {
      int size = Math.min(burst, bytes.remaining());
      channel.write(bytes.slice(bytes.position(), size), wait);
      bytes.position(bytes.position() + size);
      pause(Duration.ofNanos(size * 1_000_000_000L / bytesPerSecond));
    }
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private boolean drainBody(MeterRequest head) throws IOException {
    return new WireRequestReader(channel, wait).readBody(head).isPresent();
  }

  /// Reads what the peer still sends, so that the refusal reaches it before the connection is torn down.
  private void drain() throws IOException {
    try {
      ByteBuffer rest = ByteBuffer.allocate(8192);
      channel.readFully(rest, Duration.ofMillis(20));
    } catch (SocketTimeoutException _) {
      // it waits for us now
    }
  }

  private void swallow() throws IOException {
    while (channel.awaitByte()) {
      channel.read(wait);
    }
  }
}
