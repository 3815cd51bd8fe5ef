package org.semcollector.app.journal;

import java.util.List;

/// The result of checking the whole journal.
///
/// @param visits how many visits were checked
/// @param bodies how many bodies were checked against their hashes
/// @param bytes how many bytes they have
/// @param damages one sentence per damaged place, naming file and what is wrong; empty = everything holds
public record JournalReport(int visits, int bodies, long bytes, List<String> damages) {
  public JournalReport {
    damages = List.copyOf(damages);
  }
}
