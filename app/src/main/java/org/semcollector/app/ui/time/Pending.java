package org.semcollector.app.ui.time;

import org.semcollector.app.correct.Preview;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.notes.CorrectionChoice;

/// A choice that is not applied yet, and what it would do.
///
/// @param line the time line as it would be
record Pending(CorrectionChoice choice, TimeLine line, Preview preview) {}
