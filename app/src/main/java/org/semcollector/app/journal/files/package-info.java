/// The journal as folders and files a person can read without this program: one folder per meter, one per visit, one
/// line per fact in `events.jsonl`, one file per body. What [org.semcollector.app.journal.files.FileJournal] returned
/// from is on the disk; lines are chained by hashes, so that later edits and missing lines are noticed.
@NullMarked
package org.semcollector.app.journal.files;

import org.jspecify.annotations.NullMarked;
