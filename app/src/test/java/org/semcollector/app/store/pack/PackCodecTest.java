package org.semcollector.app.store.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is packed comes back bit by bit, whatever it is; what was damaged is refused, never misread in silence where it
/// can be told.
class PackCodecTest {
  private static final float[] ODD = {0f, -0f, Float.NaN, Float.intBitsToFloat(0x7fa00001),
      Float.intBitsToFloat(0xffc12345), Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE,
      -Float.MIN_VALUE, Float.MAX_VALUE, 1e-30f, 230.1f};

  private static final List<Why> WHYS = List.of(Why.values());
  private static final List<Outbox.State> STATES = List.of(Outbox.State.values());

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyRecordsComeBackVerbatim(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    byte[] records = records(random, random.nextInt(1, 1200));
    int count = records.length / ReadingCodec.RECORD_LENGTH;
    Records unpacked = RecordCodec.unpack(RecordCodec.pack(Records.of(records)), count);
    var again = ByteBuffer.allocate(records.length);
    for (int i = 0; i < count; i++)
      again.put(unpacked.raw(i).buffer());
    assertArrayEquals(records, again.array(), "seed " + seed);
  }

  /// By the seed: noise, odd floats, or what a meter sends.
  private static byte[] records(SplittableRandom random, int count) {
    int kind = random.nextInt(3);
    var out = ByteBuffer.allocate(count * ReadingCodec.RECORD_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      if (kind == 0) {
        var noise = new byte[ReadingCodec.RECORD_LENGTH];
        random.nextBytes(noise);
        out.put(noise);
      } else {
        out.putShort((short) (1 + i % 3));
        for (int field = 0; field < 5; field++) {
          out.putInt(Float.floatToRawIntBits(kind == 1 ? ODD[random.nextInt(ODD.length)] : random.nextFloat() * 3000));
        }
        out.putLong(kind == 1 ? random.nextLong() : 1_770_000_000_000L + i * 3_601_000L + random.nextInt(3000));
      }
    }
    return out.array();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTimesComeBack(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    int count = random.nextInt(1, 1200);
    var times = new ArrayList<CorrectedTime>(count);
    var stamps = new long[count];
    for (int i = 0; i < count; i++) {
      stamps[i] = random.nextInt(5) == 0 ? random.nextLong() : i * 3_601_000L;
      times.add(time(random, i));
    }
    Times packed = TimeCodec.unpack(TimeCodec.pack(Times.of(times), stamps), stamps);
    assertEquals(times, IntStream.range(0, count).mapToObj(packed::get).toList(), "seed " + seed);
  }

  private static CorrectedTime time(SplittableRandom random, int i) {
    long widest = random.nextInt(4) == 0 ? 1L << 45 : 3000;
    Instant at = Instant.ofEpochMilli(random.nextInt(4) == 0 ? random.nextLong(-widest, widest) : i * 3_600_000L);
    return new CorrectedTime(at, at.minusMillis(random.nextLong(widest)), at.plusMillis(random.nextLong(widest)),
        WHYS.get(random.nextInt(WHYS.size())));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsNumber(Why why) throws Exception {
    var time = new CorrectedTime(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, why);
    assertEquals(time, TimeCodec.unpack(TimeCodec.pack(Times.of(List.of(time)), new long[1]), new long[1]).get(0));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyLayoutComesBack(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    var readings = new ArrayList<NewReading>();
    int position = random.nextInt(ReadingKey.LAST_POSITION / 2);
    for (int i = 0; i < random.nextInt(1, 1100); i++) {
      position += random.nextInt(10) == 0 ? random.nextInt(1, 4000) : 1;
      readings.add(new NewReading(new ReadingKey(1, 1, position), i, Bytes.EMPTY,
          random.nextInt(50) == 0 ? SavePeriod.MINUTE : SavePeriod.HOUR, time(random, i), 0));
    }
    Layout made = Layout.of(readings);
    Layout layout = Layout.unpack(made.pack(), readings.getFirst().key().position(), readings.size());
    for (int i = 0; i < readings.size(); i++) {
      assertEquals(readings.get(i).key().position(), layout.position(i), "seed " + seed);
      assertEquals(readings.get(i).period(), layout.period(i), "seed " + seed);
      assertEquals(i, layout.indexOf(layout.position(i)));
      assertEquals(i, layout.firstFrom(layout.position(i)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyStatesComeBack(int seed) throws Exception {
    var random = new SplittableRandom(seed);
    int count = random.nextInt(1, 1100);
    OutboxStates made = OutboxStates.onLaptop(count);
    var expected = new Integer[count];
    for (int i = 0; i < count; i++) {
      int which = random.nextInt(4);
      expected[i] = which;
      if (which == 3)
        made.prove(i);
      else
        made.set(i, STATES.get(which));
    }
    OutboxStates states = OutboxStates.unpack(made.pack(), count);
    for (int i = 0; i < count; i++) {
      assertEquals(expected[i] == 3, states.isProven(i), "seed " + seed);
      for (Outbox.State state : Outbox.State.values()) {
        assertEquals(expected[i] == STATES.indexOf(state), states.is(i, state), "seed " + seed);
      }
    }
  }

  /// The page checksum of the database finds damage; what gets past it must not end in anything but a [PackException]
  /// or in values.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedPacksNeverEndInSurprises(int seed) {
    var random = new SplittableRandom(seed);
    byte[] records = records(random, 50);
    var stamps = new long[50];
    byte[] times = TimeCodec.pack(Times.of(IntStream.range(0, 50).mapToObj(i -> time(random, i)).toList()), stamps);
    for (byte[] whole : List.of(RecordCodec.pack(Records.of(records)), times)) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      if (damaged.length > 0)
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      unpackAll(damaged, stamps);
    }
  }

  private static void unpackAll(byte[] damaged, long[] stamps) {
    try {
      assertEquals(50, RecordCodec.unpack(damaged, 50).count());
    } catch (PackException e) {
      assertTrue(e.getMessage() != null);
    }
    try {
      assertEquals(50, TimeCodec.unpack(damaged, stamps).count());
    } catch (PackException e) {
      assertTrue(e.getMessage() != null);
    }
    try {
      assertEquals(50, Layout.unpack(damaged, 0, 50).count());
    } catch (PackException e) {
      assertTrue(e.getMessage() != null);
    }
  }

  @Test
  void aPackOfAnotherLengthIsRefused() {
    byte[] packed = RecordCodec.pack(Records.of(new byte[10 * ReadingCodec.RECORD_LENGTH]));
    assertThrows(PackException.class, () -> RecordCodec.unpack(packed, 9));
    assertThrows(PackException.class, () -> RecordCodec.unpack(packed, 11));
  }

  @Test
  void whatAMeterSendsTakesLessThanSixteenBytesAReading() {
    var random = new SplittableRandom(1);
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < 1024; i++) {
      float current = random.nextFloat() * 10;
      float voltage = 225 + random.nextFloat() * 10;
      readings.add(new Reading(1, current * voltage * (0.85f + 0.1f * random.nextFloat()), current * voltage, current,
          voltage, random.nextFloat(), 1_770_000_000_000L + i * 3_601_000L + random.nextInt(3000)));
    }
    int packed = RecordCodec.pack(Records.of(ReadingCodec.encode(readings).toArray())).length;
    assertTrue(packed < 16 * 1024, packed + " bytes");
  }
}
