package org.semcollector.app;

/// The program's entry: picks command line or window, and is not a JavaFX `Application`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
