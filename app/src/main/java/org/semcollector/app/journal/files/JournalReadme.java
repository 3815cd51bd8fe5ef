package org.semcollector.app.journal.files;

/// What somebody finds who opens the journal's folder without this program.
final class JournalReadme {
  static final String TEXT = """
      SEM Collector: the safe copy of everything the meters ever sent
      ===============================================================

      Do not change or delete anything here. The database can be made again from these files at any time
      (sem rebuild); nothing else can replace them. To check them: sem journal verify

      One folder per meter, named after it without colons. In it one folder per visit, named after its start in UTC.
      In it:

        events.jsonl      what happened, one line per fact, in order (JSON). "at" is the laptop's time in UTC.
                          Each line ends with a hash ("chain") over the line before and itself.
        01-version.txt    what the meter answered, byte for byte; the line in events.jsonl has length and SHA-256.
        02-token.bin      the meter's access token. A secret: do not pass it on.
        03-telemetry.bin  the readings, 30 bytes each, little-endian: u16 channel, f32 active power (W),
                          f32 apparent power (VA), f32 current (A), f32 voltage (V), f32 energy (kWh),
                          u64 the meter's own clock (ms since 1970).
        07-telemetry-more.bin  the readings read again, without the bytes they start with: those are in the file that
                          the line in events.jsonl names as "after". Length and SHA-256 there are those of both together.
        04-powerloss.bin  the outage log, 16 bytes per start of the meter: u128 little-endian, ms since 1970.

      The number in front is the number of the fact; a file with "broken-off" in its name did not arrive completely or
      came from another meter, and is not used. A file whose name ends in .part was being written when the program was
      stopped.
      """;

  private JournalReadme() {}
}
