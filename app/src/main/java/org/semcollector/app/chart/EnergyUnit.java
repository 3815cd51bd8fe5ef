package org.semcollector.app.chart;

/// The unit energies of one chart are written in, chosen once for all its numbers.
public enum EnergyUnit {
  WH("Wh", 1000), KWH("kWh", 1), MWH("MWh", 0.001);

  private final String symbol;
  private final double perKwh;

  EnergyUnit(String symbol, double perKwh) {
    this.symbol = symbol;
    this.perKwh = perKwh;
  }

  /// The unit that keeps the largest value readable: Wh below 0.1 kWh, MWh from 1000 kWh.
  ///
  /// @param largestKwh the largest value to be shown; zero gives kWh
  public static EnergyUnit fitting(double largestKwh) {
    double size = Math.abs(largestKwh);
    if (size >= 1000)
      return MWH;
    return size > 0 && size < 0.1 ? WH : KWH;
  }

  public String symbol() {
    return symbol;
  }

  /// A value in kWh expressed in this unit.
  public double of(double kwh) {
    return kwh * perKwh;
  }
}
