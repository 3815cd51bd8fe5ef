package org.semcollector.app.safety;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.Pause;
import org.semcollector.app.meter.http.HttpMeterClients;
import org.semcollector.protocol.meter.Ssid;

/// A program of its own, in as little memory as promised, that collects one meter and says how long it took.
final class LargestMeterChild {
  private LargestMeterChild() {}

  /// @param args folder, ssid, address, the true time
  public static void main(String[] args) throws Exception {
    var clients = new TimedMeterClients(new HttpMeterClients(Duration.ofSeconds(5), Duration.ofSeconds(10)));
    Instant trueTime = Instant.parse(args[3]);
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), trueTime));
    long[] waited = {0};
    Pause pause = duration -> {
      long from = System.nanoTime();
      Pause.REAL.of(duration);
      waited[0] += System.nanoTime() - from;
    };
    try (var laptop = Laptop.with(clock, pause).clients(clients).in(Path.of(args[0]))) {
      var threads = ManagementFactory.getThreadMXBean();
      long cpu = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      CollectResult result = laptop.collect(new Ssid(args[1]), URI.create(args[2]), ErasePolicy.WHEN_PROVEN,
          CollectListener.NONE);
      long total = (System.nanoTime() - start) / 1_000_000;
      long transfer = clients.inRequests().toMillis();
      System.out.println(result.state() + " erased=" + result.erased() + " new=" + result.newReadings() + " total_ms="
          + total + " transfer_ms=" + transfer + " own_ms=" + (total - transfer) + " heap_mb="
          + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " cpu_ms="
          + (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000
          + " waiting_for_the_second_ms=" + waited[0] / 1_000_000);
      System.out.println(result.sentence());
    }
  }
}
