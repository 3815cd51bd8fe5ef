package org.semcollector.protocol.simulator.thingsboard;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeviceApiTest {
  private final BoardFixture fixture = new BoardFixture();

  @Test
  void acceptedIsNotStored() {
    fixture.board.storeAtMost(10);
    assertEquals(200, fixture.device(BoardFixture.records(100)).status());
    assertEquals(0, fixture.board.storedCount(fixture.device.id()));
    fixture.wait(Duration.ofSeconds(3));
    assertEquals(30, fixture.board.storedCount(fixture.device.id()));
    assertEquals(70, fixture.board.queued());
    fixture.board.crash();
    fixture.wait(Duration.ofHours(1));
    assertEquals(30, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void withoutARateEverythingAcceptedIsStoredAtOnce() {
    assertEquals(200, fixture.device(BoardFixture.records(100)).status());
    assertEquals(100, fixture.board.storedCount(fixture.device.id()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"kwh":1.5}                          | 200 | 1
      {"ts":5,"values":{"kwh":1}}          | 200 | 1
      {"ts":"5","values":{"kwh":1}}        | 200 | 1
      {}                                   | 200 | 0
      {"ts":5,"values":{}}                 | 200 | 0
      {"kwh":null}                         | 200 | 0
      {"ts":9223372036854775807,"values":{"kwh":1}} | 200 | 0
      {"ts":"abc","values":{"kwh":1}}      | 500 | 0
      [{"kwh":1},7]                        | 500 | 0
      {"kwh":                              | 500 | 0
      7                                    | 500 | 0
      """)
  void bodyGivesStatusAndStoredValues(String body, int status, int stored) {
    assertEquals(status, fixture.device(body).status());
    assertEquals(stored, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void aKeyOfMoreThan255CharactersIsLostWithoutAWord() {
    assertEquals(200, fixture.device("{\"" + "k".repeat(256) + "\":1}").status());
    assertEquals(0, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void unknownTokenNoBodyGzipAndOtherMethodsAreRefused() {
    assertEquals(401, fixture.device("nobody", "{}").status());
    assertEquals(400, fixture.device("").status());
    String path = "/api/v1/" + BoardFixture.TOKEN + "/telemetry";
    assertEquals(405, fixture.board.handle(BoardFixture.request("GET", path, "", Map.of())).status());
    assertEquals(500, fixture.board
        .handle(BoardFixture.request("POST", path, "{}", Map.of("Content-Encoding", "gzip"))).status());
  }

  @Test
  void anEmptyArrayHangsForThirtySecondsAndEndsWith503() {
    ServerReply reply = fixture.device(" [ ] ");
    assertEquals(503, reply.status());
    assertEquals(Duration.ofSeconds(30), reply.delay());
  }

  @ParameterizedTest
  @CsvSource({"1.5,Real", "5,Whole", "5.0,Real", "0.1234567890123456,Real", "0.12345678901234567,Words",
      "0.30000000000000004,Words", "1e-20,Words", "9223372036854775808,Words", "NaN,Words", "'\"42.5\"',Real",
      "true,Truth", "'{\"a\":1}',Document"})
  void theTypeOfAValueFollowsItsText(String value, String type) {
    fixture.device("{\"ts\":5,\"values\":{\"k\":" + value + "}}");
    TelemetryValue stored = fixture.board.stored(fixture.device.id(), "k").firstEntry().getValue();
    assertEquals(type, stored.getClass().getSimpleName());
  }

  @Test
  void theLastOfTwoValuesForTheSameTimeWins() {
    fixture.device("[{\"ts\":5,\"values\":{\"k\":1}},{\"ts\":5,\"values\":{\"k\":2}}]");
    assertEquals(new TelemetryValue.Whole(2), fixture.board.stored(fixture.device.id(), "k").get(5L));
  }

  @Test
  void moreDataPointsThanTheLimitHoldsNeverPass() {
    fixture.board.limitDevicePoints(100, Duration.ofSeconds(5));
    assertEquals(500, fixture.device(BoardFixture.records(102)).status());
    fixture.wait(Duration.ofMinutes(1));
    ServerReply again = fixture.device(BoardFixture.records(102));
    assertEquals(500, again.status());
    assertTrue(again.body().isEmpty());
    assertEquals(200, fixture.device(BoardFixture.records(99)).status());
    assertEquals(500, fixture.device(BoardFixture.records(99)).status());
    fixture.wait(Duration.ofSeconds(5));
    assertEquals(200, fixture.device(BoardFixture.records(99)).status());
  }
}
