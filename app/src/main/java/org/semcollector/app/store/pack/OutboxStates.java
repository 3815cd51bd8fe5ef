package org.semcollector.app.store.pack;

import java.util.Arrays;
import org.semcollector.app.store.Outbox;

/// How far the readings of a pack are on their way to a server. Packed as [Runs]: 0 proven, 1 on the laptop, 2 accepted,
/// 3 refused.
public final class OutboxStates {
  /// What a reading has that is not in the outbox.
  private static final int PROVEN = 0;

  private final int[] codes;

  private OutboxStates(int[] codes) {
    this.codes = codes;
  }

  /// Readings that were never sent.
  public static OutboxStates onLaptop(int count) {
    var codes = new int[count];
    Arrays.fill(codes, code(Outbox.State.ON_LAPTOP));
    return new OutboxStates(codes);
  }

  public static OutboxStates unpack(byte[] packed, int count) throws PackException {
    return new OutboxStates(Runs.unpack(packed, count));
  }

  public byte[] pack() {
    return Runs.pack(codes);
  }

  public boolean isProven(int i) {
    return codes[i] == PROVEN;
  }

  public boolean is(int i, Outbox.State state) {
    return codes[i] == code(state);
  }

  /// Puts a reading into a state; packs are not shared between threads.
  public void set(int i, Outbox.State state) {
    codes[i] = code(state);
  }

  /// Takes a reading out of the outbox.
  public void prove(int i) {
    codes[i] = PROVEN;
  }

  /// How many readings are in a state.
  public int count(Outbox.State state) {
    return (int) Arrays.stream(codes).filter(code -> code == code(state)).count();
  }

  /// These and then those.
  public OutboxStates and(OutboxStates more) {
    int[] both = Arrays.copyOf(codes, codes.length + more.codes.length);
    System.arraycopy(more.codes, 0, both, codes.length, more.codes.length);
    return new OutboxStates(both);
  }

  private static int code(Outbox.State state) {
    return switch (state) {
      case ON_LAPTOP -> 1;
      case ACCEPTED -> 2;
      case REFUSED -> 3;
    };
  }
}
