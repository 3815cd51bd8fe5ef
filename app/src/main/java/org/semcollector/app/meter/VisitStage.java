package org.semcollector.app.meter;

/// How far a visit has come; decides what can be said about the data when it ends.
///
/// @param readings how many readings of the meter are in the store
record VisitStage(Point point, int readings) {
  static final VisitStage READING = new VisitStage(Point.READING, 0);
  static final VisitStage FORCED = new VisitStage(Point.FORCED, 0);

  /// The points after which something else is true.
  enum Point {
    /// Nothing is stored yet, nothing changed on the meter.
    READING,
    /// The readings are stored.
    STORED,
    /// The erase request may have left.
    ERASING,
    /// The erase request may have left though not everything was safe: somebody wanted it so.
    FORCED
  }

  static VisitStage stored(int readings) {
    return new VisitStage(Point.STORED, readings);
  }

  VisitStage erasing() {
    return new VisitStage(Point.ERASING, readings);
  }

  /// Whether the data are safe, as a sentence.
  String sentence(CollectSentences sentences) {
    return switch (point) {
      case READING -> sentences.text("stage.reading");
      case STORED -> sentences.text("stage.stored", readings);
      case ERASING -> sentences.text("stage.erasing", readings);
      case FORCED -> sentences.text("stage.forced");
    };
  }

  /// An ending that is not what was hoped for.
  Ending ending(String sentence) {
    return point == Point.READING ? Ending.failed(sentence) : Ending.partly(sentence);
  }
}
