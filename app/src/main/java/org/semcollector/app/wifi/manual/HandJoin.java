package org.semcollector.app.wifi.manual;

import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// Whether the user joined a meter in the system's menu.
public sealed interface HandJoin {
  /// This computer is in no network with the meters' addresses.
  record None() implements HandJoin {}

  /// A meter is joined and answers.
  ///
  /// @param address the own address in its network
  /// @param by how it is known
  record Meter(Ssid ssid, LocalAddress address, By by) implements HandJoin {}

  /// How a meter's name is known.
  enum By {
    /// The system names the network.
    NETWORK_NAME,
    /// The hardware address of the one who answers; a meter's name is its address.
    HARDWARE_ADDRESS,
    /// Its token, from an earlier visit.
    TOKEN
  }

  /// A meter answers, but the system tells neither its network nor its hardware address and it was never visited: its
  /// name stands on its label.
  record Unnamed(LocalAddress address) implements HandJoin {}

  /// What is known of the one who answers contradicts itself: nothing may be collected from it.
  ///
  /// @param said the name that one source gives
  /// @param other what another gives, a name
  record Contradicting(Ssid said, Ssid other) implements HandJoin {}

  /// Another device has the meters' address: a router of this network.
  ///
  /// @param what it answered
  record NotAMeter(LocalAddress address, String what) implements HandJoin {}

  /// In a network with the meters' addresses, but nobody answers.
  record Silent(LocalAddress address) implements HandJoin {}

  /// The meter, if one is joined.
  default Optional<Ssid> meter() {
    return this instanceof Meter(Ssid ssid, _, _) ? Optional.of(ssid) : Optional.empty();
  }

  /// The find as a sentence for users: what is so, and what to do now.
  default String sentence() {
    return HandJoinSentences.of(this);
  }
}
