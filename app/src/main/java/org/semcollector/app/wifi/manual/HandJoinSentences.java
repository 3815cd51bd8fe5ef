package org.semcollector.app.wifi.manual;

/// What was found of a meter joined by hand, in words for users.
final class HandJoinSentences {
  private HandJoinSentences() {}

  static String of(HandJoin join) {
    return switch (join) {
      case HandJoin.None _ -> "No meter is joined. Join its network (SEM-…) in the system's Wi-Fi menu and try again. "
          + "Nothing was changed.";
      case HandJoin.Meter(var ssid, _, _) -> ssid + " is joined and answers.";
      case HandJoin.Unnamed _ -> "A meter is joined and answers, but the system does not tell which one. Look at its "
          + "label and say its name (SEM-…). Nothing was changed.";
      case HandJoin.Contradicting(var said, var other) -> "The joined meter is " + said + " by one sign and " + other
          + " by another, so nothing was collected or changed. Switch Wi-Fi off and on, join one meter and try again.";
      case HandJoin.NotAMeter _ ->
        "No meter is joined: another device of this network has the meters' address (10.0.0.1). "
            + "Join the meter's network (SEM-…) in the system's Wi-Fi menu. Nothing was changed.";
      case HandJoin.Silent _ -> "This computer is in a network with the meters' addresses, but no meter answers. Go "
          + "nearer and try again; a meter that saves is silent for some seconds. Nothing was changed.";
    };
  }
}
