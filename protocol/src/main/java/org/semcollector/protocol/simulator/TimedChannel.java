package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A connection whose reads and writes both have a time limit, as the meter's sockets have. Closing it from another
/// thread ends whatever waits.
final class TimedChannel implements AutoCloseable {
  private static final int CLOSED = -1;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer received = ByteBuffer.allocate(8192).flip();

  TimedChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    this.selector = Selector.open();
    this.key = channel.register(selector, SelectionKey.OP_READ);
  }

  /// Waits without limit until there is something to read.
  ///
  /// @return false when the peer has closed
  boolean awaitByte() throws IOException {
    return received.hasRemaining() || fill(Duration.ZERO) != CLOSED;
  }

  /// The next byte, 0 to 255, or -1 when the peer has closed.
  ///
  /// @throws SocketTimeoutException when nothing comes in time
  int read(Duration limit) throws IOException {
    if (!received.hasRemaining() && fill(limit) == CLOSED)
      return CLOSED;
    return Byte.toUnsignedInt(received.get());
  }

  /// Up to the room in `into`; fewer when the peer closes.
  void readFully(ByteBuffer into, Duration limit) throws IOException {
    while (into.hasRemaining()) {
      if (!received.hasRemaining() && fill(limit) == CLOSED)
        return;
      int count = Math.min(into.remaining(), received.remaining());
      into.put(received.slice(received.position(), count));
      received.position(received.position() + count);
    }
  }

  /// @throws SocketTimeoutException when the peer takes nothing for that long
  void write(ByteBuffer bytes, Duration limit) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        await(SelectionKey.OP_WRITE, limit);
      }
    }
  }

  private int fill(Duration limit) throws IOException {
    received.clear();
    int count;
    while ((count = channel.read(received)) == 0) {
      await(SelectionKey.OP_READ, limit);
    }
    received.flip();
    return count;
  }

  private void await(int interest, Duration limit) throws IOException {
    try {
      key.interestOps(interest);
      if (selector.select(limit.toMillis()) == 0 && !limit.isZero())
        throw new SocketTimeoutException("nothing for " + limit.toMillis() + " ms");
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new IOException("closed", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
