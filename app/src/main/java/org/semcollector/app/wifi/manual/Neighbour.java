package org.semcollector.app.wifi.manual;

/// Somebody in a network of this computer, as its neighbour table (ARP) has them.
///
/// @param address IPv4 address in text
/// @param mac hardware address in lower-case hex with colons
/// @param via the adapter it was heard on: its name, or on Windows the computer's own address there; empty where not told
public record Neighbour(String address, String mac, String via) {}
