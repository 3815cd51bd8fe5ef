package org.semcollector.app.ui.time;

import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.notes.CorrectionChoice;

/// What is known of a meter's times now.
///
/// @param choice how they are found
/// @param canUndo whether there was another choice before
record Shown(TimeLine line, CorrectionChoice choice, boolean canUndo) {}
