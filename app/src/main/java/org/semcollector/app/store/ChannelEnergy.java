package org.semcollector.app.store;

/// Energy stored so far per channel, kWh.
public record ChannelEnergy(double channel1Kwh, double channel2Kwh, double channel3Kwh) {
  public static final ChannelEnergy ZERO = new ChannelEnergy(0, 0, 0);

  /// With the energy of one more reading; what is not a finite number adds nothing.
  public ChannelEnergy plus(int channel, double kwh) {
    double added = Double.isFinite(kwh) ? kwh : 0;
    return switch (channel) {
      case 1 -> new ChannelEnergy(channel1Kwh + added, channel2Kwh, channel3Kwh);
      case 2 -> new ChannelEnergy(channel1Kwh, channel2Kwh + added, channel3Kwh);
      case 3 -> new ChannelEnergy(channel1Kwh, channel2Kwh, channel3Kwh + added);
      default -> throw new IllegalArgumentException("channel " + channel);
    };
  }

  /// Energy of one channel, kWh.
  public double of(int channel) {
    return switch (channel) {
      case 1 -> channel1Kwh;
      case 2 -> channel2Kwh;
      case 3 -> channel3Kwh;
      default -> throw new IllegalArgumentException("channel " + channel);
    };
  }
}
