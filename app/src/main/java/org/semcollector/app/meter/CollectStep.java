package org.semcollector.app.meter;

/// The steps of a visit, in order; each is shown while it runs.
public enum CollectStep {
  JOIN, IDENTIFY, DOWNLOAD, OUTAGE_LOG, SAVE, SET_CLOCK, CHECK, ERASE, LEAVE
}
