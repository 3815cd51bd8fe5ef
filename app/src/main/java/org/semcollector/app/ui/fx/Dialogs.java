package org.semcollector.app.ui.fx;

/// Questions that need an answer before something goes on.
public interface Dialogs {
  /// Asks whether to do something.
  ///
  /// @param action what the confirming button says: the effect
  /// @param confirmed called when the user chose to do it
  void confirm(String title, String question, String action, Runnable confirmed);
}
