package org.semcollector.app.ui.fx;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A text that must mean something. What is typed stays as it is, what is wrong with it is said, and only what is right
/// goes on.
public final class TypedText<T> {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Meaning<T> meaning;
  private final Consumer<? super T> right;
  private boolean showing;

  /// What a text means.
  public interface Meaning<T> {
    /// @throws IllegalArgumentException with a sentence for people, when it means nothing
    T of(String text);
  }

  /// @param meaning of the text without blanks around it
  /// @param right told the value of every text that means something
  public TypedText(Meaning<T> meaning, Consumer<? super T> right) {
    this.meaning = meaning;
    this.right = right;
    text.subscribe(typed -> typed(typed));
  }

  /// Shows a stored value without telling anybody, unless what was typed means the same.
  public void show(String stored, T value) {
    if (isShown(value))
      return;
    showing = true;
    text.set(stored);
    problem.set("");
    showing = false;
  }

  /// What is typed, blanks included.
  public StringProperty textProperty() {
    return text;
  }

  /// A sentence about what is wrong, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private boolean isShown(T value) {
    try {
      return meaning.of(text.get().strip()).equals(value) && problem.get().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void typed(String typed) {
    if (showing)
      return;
    T value;
    try {
      value = meaning.of(typed.strip());
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()));
      return;
    }
    problem.set("");
    right.accept(value);
  }
}
