package org.semcollector.app.notes;

/// Notes cannot be read or written. The message is a sentence for people.
public final class NotesException extends Exception {
  private static final long serialVersionUID = 1;

  public NotesException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
