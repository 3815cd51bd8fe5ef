package org.semcollector.app.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The one radio: at most one piece of work is on the air. Used on the screen's thread.
public final class RadioUse {
  private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper(false);

  /// Takes the radio if it is free.
  ///
  /// @return whether it was; the taker gives it back
  public boolean take() {
    if (taken.get())
      return false;
    taken.set(true);
    return true;
  }

  /// Gives it back.
  public void give() {
    taken.set(false);
  }

  public ReadOnlyBooleanProperty takenProperty() {
    return taken.getReadOnlyProperty();
  }
}
