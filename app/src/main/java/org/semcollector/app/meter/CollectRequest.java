package org.semcollector.app.meter;

import java.net.URI;
import org.semcollector.protocol.meter.Ssid;

/// One visit to make to a meter that can be reached at an address.
public record CollectRequest(Ssid ssid, URI baseUri, ErasePolicy erase) {}
