package org.semcollector.protocol.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which requests a fault waits for.
public enum FaultTarget {
  VERSION("version", "GET /version"), TOKEN("token", "GET /token"), SET_TOKEN("set-token", "POST /token"), TELEMETRY(
      "telemetry", "GET /telemetry"), POWER_LOSS("powerloss",
          "GET /powerloss_log"), TIME("time", "POST /time"), RESET("reset", "GET /reset"), OTA("ota", "POST /ota"),
  /// Any request, counted together.
  ANY("any", ""),
  /// A connection being opened.
  CONNECT("connect", "");

  private final String word;
  private final String request;

  FaultTarget(String word, String request) {
    this.word = word;
    this.request = request;
  }

  static Optional<FaultTarget> ofWord(String word) {
    return Arrays.stream(values()).filter(target -> target.word.equals(word)).findFirst();
  }

  static Optional<FaultTarget> of(MeterRequest request) {
    String line = request.method() + " " + request.path();
    return Arrays.stream(values()).filter(target -> target.request.equals(line)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(FaultTarget::toString).collect(Collectors.joining(", "));
  }

  /// As written in a plan.
  @Override
  public String toString() {
    return word;
  }
}
