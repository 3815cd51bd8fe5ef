package org.semcollector.app.safety;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Measures how long meters take to answer, so that the program's own time can be told from it.
final class TimedMeterClients implements MeterClient.Factory {
  private final MeterClient.Factory clients;
  private final AtomicLong nanos = new AtomicLong();

  TimedMeterClients(MeterClient.Factory clients) {
    this.clients = clients;
  }

  /// Time spent in requests so far, in all visits.
  Duration inRequests() {
    return Duration.ofNanos(nanos.get());
  }

  @Override
  public MeterClient open(URI baseUri) {
    MeterClient client = clients.open(baseUri);
    return new MeterClient() {
      @Override
      public MeterReply get(Endpoint endpoint, Progress progress) throws MeterException {
        long start = System.nanoTime();
        try {
          return client.get(endpoint, progress);
        } finally {
          nanos.addAndGet(System.nanoTime() - start);
        }
      }

      @Override
      public MeterReply post(Endpoint endpoint, Bytes body) throws MeterException {
        long start = System.nanoTime();
        try {
          return client.post(endpoint, body);
        } finally {
          nanos.addAndGet(System.nanoTime() - start);
        }
      }

      @Override
      public MeterReply sendFirmware(Bytes image, int number, Progress progress) throws MeterException {
        return client.sendFirmware(image, number, progress);
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }
}
