package org.semcollector.protocol;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WebPageTest {
  @Test
  void pageIsRecognisedBehindWhiteSpace() {
    assertTrue(WebPage.isIn(ascii("<h1>INTERNAL ERROR</h1>")));
    assertTrue(WebPage.isIn(ascii(" \r\n\t<!DOCTYPE html>")));
  }

  @Test
  void otherBodiesAreNoPages() {
    assertFalse(WebPage.isIn(Bytes.EMPTY));
    assertFalse(WebPage.isIn(ascii("   ")));
    assertFalse(WebPage.isIn(ascii("102<")));
  }

  private static Bytes ascii(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
  }
}
