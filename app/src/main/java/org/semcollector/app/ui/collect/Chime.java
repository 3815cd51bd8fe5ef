package org.semcollector.app.ui.collect;

/// Tells by ear what need not be looked at.
public interface Chime {
  /// What is told.
  enum Sound {
    /// A meter was collected.
    COLLECTED,
    /// A meter failed.
    FAILED,
    /// Nothing is left to do here.
    WALK_ON,
    /// The walk ended.
    ENDED
  }

  /// Returns at once; silent where the computer has no sound.
  void play(Sound sound);
}
