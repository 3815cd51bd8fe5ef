package org.semcollector.app.firmware;

/// Something that speaks against sending firmware.
///
/// @param kind which
/// @param sentence in plain words
public record Objection(Kind kind, String sentence) {
  /// What can speak against it, and whether people may insist.
  public enum Kind {
    /// The image is not whole or not made for this processor.
    IMAGE(false),
    /// The meter has this version already.
    SAME(false),
    /// The meter would refuse the number.
    NUMBER(false),
    /// It is an earlier version, which the meter would take.
    EARLIER(true),
    /// It may be an earlier version.
    UNCLEAR(true),
    /// It is made for another device profile, or the meter says none.
    PROFILE(true),
    /// It was sent before and nobody saw what became of it, or the meter went back to its old firmware.
    SENT_BEFORE(true);

    private final boolean overridable;

    Kind(boolean overridable) {
      this.overridable = overridable;
    }

    /// Whether people may insist.
    public boolean isOverridable() {
      return overridable;
    }
  }
}
