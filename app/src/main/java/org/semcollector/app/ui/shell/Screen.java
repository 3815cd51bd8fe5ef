package org.semcollector.app.ui.shell;

/// The screens one can go to.
public enum Screen {
  METERS, CHARTS, TIME, SYNC, SETTINGS
}
