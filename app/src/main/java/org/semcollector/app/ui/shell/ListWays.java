package org.semcollector.app.ui.shell;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.semcollector.app.ui.meters.MeterWays;
import org.semcollector.protocol.meter.Ssid;

/// The ways from the list of meters.
record ListWays(Shell shell, Consumer<URI> pages) implements MeterWays {
  @Override
  public void details(Ssid meter) {
    shell.meterScreens().details(meter);
  }

  @Override
  public void charts(Ssid meter) {
    shell.meterScreens().charts(meter);
  }

  @Override
  public void time(Ssid meter) {
    shell.meterScreens().time(meter);
  }

  @Override
  public void setUp(Ssid meter) {
    shell.meterScreens().setUp(meter);
  }

  @Override
  public void firmware(List<Ssid> meters) {
    shell.meterScreens().firmware(meters);
  }

  @Override
  public void walk() {
    shell.walk();
  }

  @Override
  public void systemPage(URI page) {
    pages.accept(page);
  }
}
