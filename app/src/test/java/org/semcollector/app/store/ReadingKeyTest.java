package org.semcollector.app.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ReadingKeyTest {
  // 2^44 = 17592186044416, 2^24 = 16777216
  @ParameterizedTest
  @CsvSource(textBlock = """
      1,      1,       0,        17592202821632
      1,      0,       5,        17592186044421
      2,      1,       0,        35184388866048
      524287, 1048575, 16777215, 9223372036854775807
      """)
  void keysAreMeterThenEpochThenPosition(int meter, int epoch, int position, long value) {
    assertEquals(value, new ReadingKey(meter, epoch, position).value());
    assertEquals(new ReadingKey(meter, epoch, position), ReadingKey.of(value));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ReadingKey(524_288, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReadingKey(1, 1_048_576, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReadingKey(1, 0, 16_777_216));
    assertThrows(IllegalArgumentException.class, () -> new ReadingKey(1, 0, -1));
  }

  @Test
  void aMetersKeysLieBetweenItsFirstAndLast() {
    assertEquals(ReadingKey.firstOf(8), ReadingKey.lastOf(7) + 1);
  }
}
