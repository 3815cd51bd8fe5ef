package org.semcollector.app.simulated;

import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.protocol.simulator.FaultPlan;

/// What can go wrong with a meter on a walk, on the air or behind it.
public enum Mishap {
  /// Listed, but no more there when it is joined.
  OUT_OF_RANGE(RadioFault.GONE, ""),
  /// Out of range in the middle of a visit.
  BREAKS_OFF(RadioFault.NONE, "telemetry:cut@100"),
  /// It was given another password.
  OTHER_PASSWORD(RadioFault.NONE, ""),
  /// It stops sending in the middle of a visit.
  STALLS(RadioFault.NONE, "telemetry:stall@100"),
  /// The meter beside it answers at the address that all meters share.
  SAME_ADDRESS(RadioFault.SAME_ADDRESS, ""),
  /// Another meter answers in between: whoever is asked a second time who he is, says something else.
  OTHER_ANSWERS(RadioFault.NONE,
      "token#2:other; token#4:other; token#6:other; token#8:other; token#10:other; token#12:other"),
  /// It gives nobody an address.
  NO_ADDRESS(RadioFault.NO_ADDRESS, ""),
  /// Another radio sends its name.
  IMPOSTOR(RadioFault.OTHER_RADIO_HEARD, "");

  private static final Secret CHANGED = new Secret("somebody-changed-it");

  private final RadioFault radio;
  private final String meter;

  Mishap(RadioFault radio, String meter) {
    this.radio = radio;
    this.meter = meter;
  }

  /// What happens to a meter of a site of which this part is out of order, spread evenly, each in another way.
  ///
  /// @param index which meter of the site, from 0
  /// @param percent how many of a hundred meters are out of order, 0 to 50
  public static Optional<Mishap> of(int index, int percent) {
    int before = index * percent / 100;
    return (index + 1) * percent / 100 > before ? Optional.of(values()[before % values().length]) : Optional.empty();
  }

  /// What goes wrong behind the radio.
  public FaultPlan meterFaults() {
    return FaultPlan.parse(meter);
  }

  /// The access point with what goes wrong on the air.
  public AccessPointPlan on(AccessPointPlan plan) {
    AccessPointPlan faulty = plan.withFault(radio);
    return this == OTHER_PASSWORD ? faulty.withPassword(CHANGED) : faulty;
  }
}
