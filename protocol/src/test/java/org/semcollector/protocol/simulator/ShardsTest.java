package org.semcollector.protocol.simulator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ShardsTest {
  @Test
  void aShardTakes136SavesOfOneChannelAnd46OfThree() {
    assertEquals(136, Shards.savesPerShard(1));
    assertEquals(46, Shards.savesPerShard(3));
  }

  @Test
  void theFlashTakesSevenYearsOfOneChannelAndFourteenMonthsOfThree() {
    assertEquals(60_674, Shards.capacitySaves(1));
    assertEquals(10_586, Shards.capacitySaves(3));
  }
}
