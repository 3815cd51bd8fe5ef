package org.semcollector.app.sync;

/// What a run does beside its usual work.
///
/// @param verifyEverything reads every proven reading back, instead of counting a part of them
/// @param retryRefused sends refused readings once more
public record SyncOptions(boolean verifyEverything, boolean retryRefused) {
  public static final SyncOptions USUAL = new SyncOptions(false, false);
}
