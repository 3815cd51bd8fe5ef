package org.semcollector.app.firmware;

/// The steps of an update, in order.
public enum FirmwareStep {
  JOIN, CHECK, COLLECT, SEND, RESTART, SET_CLOCK
}
