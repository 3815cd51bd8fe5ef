package org.semcollector.protocol.simulator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PowerLossFileTest {
  // each digit stands for one 16-byte entry; 0 is an entry of zeros; the tail of the last block repeats what the block
  // before it had in the same place
  @ParameterizedTest
  @CsvSource({"0,''", "1,10000", "4,12340", "5,12345", "6,1234562345", "7,1234567345", "10,123456789a",
      "11,123456789ab789a"})
  void blocksAreAlwaysWrittenWhole(int entries, String expected) {
    var file = new PowerLossFile();
    for (int i = 1; i <= entries; i++) {
      file.append(i);
    }
    var sent = new StringBuilder();
    var blocks = file.blocks().buffer();
    while (blocks.hasRemaining()) {
      sent.append(Long.toHexString(blocks.getLong()));
      assertEquals(0, blocks.getLong(), "the upper half of a u128");
    }
    assertEquals(expected, sent.toString());
  }
}
