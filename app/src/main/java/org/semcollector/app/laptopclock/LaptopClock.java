package org.semcollector.app.laptopclock;

/// Whether the laptop's clock can be trusted. Asked before every time that is sent to a meter.
public interface LaptopClock {
  /// By everything known at this moment.
  ClockVerdict verdict();

  /// A verdict's reason and what to do, in sentences.
  String sentence(ClockVerdict verdict);

  /// A verdict's reason alone.
  String reason(ClockVerdict verdict);

  /// Somebody looked at the clock and says that it is right. Settles doubts until the computer starts anew or the clock
  /// is set, for a day at most; visits and readings of a later time, made by a clock that was wrong then, are not held
  /// against it any more. A server that proved who it is weighs more.
  void confirm();

  /// A clock that meters are not set wrong by, because they are simulated by it.
  static LaptopClock ofSimulation(ClockWords words) {
    return new LaptopClock() {
      @Override
      public ClockVerdict verdict() {
        return new ClockVerdict.Green(new ClockReason.Simulated());
      }

      @Override
      public String sentence(ClockVerdict verdict) {
        return words.sentence(verdict);
      }

      @Override
      public String reason(ClockVerdict verdict) {
        return words.reason(verdict);
      }

      @Override
      public void confirm() {}
    };
  }
}
