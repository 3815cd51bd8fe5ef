package org.semcollector.app.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.operate.TargetMeter;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.Option;

/// The meter that a command works on: on the air by its name, or at an address.
final class OneMeter {
  @Option(names = "--ssid", paramLabel = "SSID", description = "The meter's name, SEM-24:6f:28:ab:cd:ef.")
  @Nullable
  String ssid;

  @Option(names = "--url", paramLabel = "URL", converter = MeterUrlConverter.class, description = "Where the meter already answers; Wi-Fi is not touched. Without --ssid the meter is known by its token.")
  @Nullable
  URI url;

  /// What is done with a meter that was reached.
  interface Doing<T> {
    T with(TargetMeter meter, CollectListener listener) throws Exception;
  }

  /// Reaches the meter, does something with it, and restores the network.
  <T> T reached(CliContext context, Services services, Doing<T> doing) throws Exception {
    Ssid meter = meter(services);
    try (MeterWay way = MeterWay.to(meter, url, services); var steps = new StepLines(context.console(), meter)) {
      return doing.with(new TargetMeter(meter, way.join()), steps);
    }
  }

  private Ssid meter(Services services) throws Exception {
    if (ssid != null)
      return SemCommand.ssid(ssid);
    if (url != null)
      return UrlIdentity.of(url, services);
    throw new CliException(ExitCode.USAGE, "Say which meter: --ssid SEM-…, or --url where it answers.");
  }
}
