package org.semcollector.app.ui.shell;

/// The screens one can go to, in the order of the navigation.
public enum Screen {
  METERS, VISITS, CHARTS, TIME, SYNC, DETAILS, SET_UP, FIRMWARE, SETTINGS
}
