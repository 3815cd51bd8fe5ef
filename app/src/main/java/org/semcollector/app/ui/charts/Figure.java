package org.semcollector.app.ui.charts;

/// One number worth knowing at a glance.
///
/// @param note what it refers to; may be empty
public record Figure(String title, String value, String note) {}
