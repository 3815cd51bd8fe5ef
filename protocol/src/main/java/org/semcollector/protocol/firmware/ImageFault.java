package org.semcollector.protocol.firmware;

/// Why an image must not be sent.
public enum ImageFault {
  EMPTY("the file is empty"), WEB_PAGE(
      "it is a web page: a server answered with its own words instead of the file"), NOT_AN_IMAGE(
          "it is not an image for this kind of processor (the first byte is not E9)"), TOO_LONG(
              "it is longer than the meter's update slot"), CUT("it ends too early"), OTHER_CHIP(
                  "it is built for another processor"), NO_SEGMENTS("it has no program in it"), TOO_MANY_SEGMENTS(
                      "it says it has more parts than an image can have"), SEGMENT_LENGTH(
                          "the length of one of its parts is impossible"), CHECKSUM(
                              "its check sum is wrong"), NOT_HASHED(
                                  "it carries no SHA-256, so nobody can tell whether it is whole"), HASH(
                                      "its SHA-256 is wrong"), MORE_BEHIND("something stands behind its end");

  private final String words;

  ImageFault(String words) {
    this.words = words;
  }

  /// In plain words, to be set into a sentence.
  public String words() {
    return words;
  }
}
