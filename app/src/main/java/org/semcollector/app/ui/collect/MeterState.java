package org.semcollector.app.ui.collect;

/// What is going on with a meter, in one word.
public enum MeterState {
  /// Known from earlier visits, not on the air.
  NOT_SEEN,
  /// On the air.
  IN_RANGE,
  /// Its visit comes after the one that runs.
  WAITING,
  /// Its visit runs.
  COLLECTING,
  /// Its visit in this session proved everything.
  DONE,
  /// Its visit in this session made the readings safe, but not all else was possible.
  PARTLY,
  /// Its visit in this session brought nothing.
  FAILED
}
