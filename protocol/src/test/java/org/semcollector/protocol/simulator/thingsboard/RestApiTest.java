package org.semcollector.protocol.simulator.thingsboard;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestApiTest {
  private final BoardFixture fixture = new BoardFixture();

  @Test
  void whatIsAnswered200IsStoredEvenIfTheServerDiesAtOnce() {
    fixture.board.storeAtMost(0);
    assertEquals(200, fixture.save(BoardFixture.records(1000)).status());
    fixture.board.crash();
    assertEquals(1000, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void sendingTwiceStoresOnce() {
    fixture.save(BoardFixture.records(10));
    fixture.save(BoardFixture.records(10));
    assertEquals(10, fixture.board.storedCount(fixture.device.id()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      []                 | 400
      {}                 | 400
      {"k":              | 400
      {"a<b>c":1}        | 400
      {"ts":253402300800000,"values":{"k":1}} | 500
      """)
  void badTelemetryIsRefusedInWords(String body, int status) {
    ServerReply reply = fixture.save(body);
    assertEquals(status, reply.status());
    assertFalse(reply.body().isBlank());
    assertEquals(0, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void unknownDeviceIs404AndAPoisonedRecord400() {
    assertEquals(404, fixture.rest("POST",
        "/api/plugins/telemetry/DEVICE/" + new UUID(1, 1) + "/timeseries/ANY", "{\"k\":1}").status());
    fixture.board.poison(3000);
    assertEquals(400, fixture.save(BoardFixture.records(3)).status());
    assertEquals(200, fixture.save(BoardFixture.records(2)).status());
  }

  @Test
  void countProvesWhatArrived() {
    fixture.save(BoardFixture.records(1000));
    assertEquals("{\"kwh\":[{\"ts\":500500,\"value\":1000}]}",
        fixture.read("keys=kwh&startTs=1000&endTs=1000001&interval=999001&agg=COUNT&useStrictDataTypes=true"));
    assertEquals("{\"kwh\":[{\"ts\":500500,\"value\":\"999\"}]}",
        fixture.read("keys=kwh&startTs=1000&endTs=1000000&interval=999000&agg=COUNT"), "the end is exclusive");
  }

  @Test
  void rawValuesComeNewestFirstAndAHundredAtATime() {
    fixture.save(BoardFixture.records(150));
    String all = fixture.read("keys=kwh&startTs=0&endTs=1000000");
    assertTrue(all.startsWith("{\"kwh\":[{\"ts\":150000,\"value\":\"150.5\"},"), all);
    assertEquals(100, all.split("\"ts\"", -1).length - 1);
    assertEquals("{\"kwh\":[{\"ts\":1000,\"value\":1.5},{\"ts\":2000,\"value\":2.5}]}",
        fixture.read("keys=kwh,none&startTs=0&endTs=1000000&limit=2&orderBy=ASC&useStrictDataTypes=true"));
    assertEquals("{\"kwh\":[{\"ts\":150000,\"value\":\"150.5\"}]}", fixture.read("keys=kwh"));
  }

  // stamps 1000 to 8000 with values 1.5 to 8.5, the first one a string; intervals [1000, 6000) and [6000, 10000)
  @ParameterizedTest
  @CsvSource({"SUM,16.0,22.5", "AVG,4.0,7.5", "MIN,2.5,6.5", "MAX,5.5,8.5", "COUNT,5,3"})
  void aggregatesStandInTheMiddleOfIntervalsCountedFromTheStart(String aggregation, String first, String second) {
    fixture.save(BoardFixture.records(8).replace(":1.5}", ":\"x\"}"));
    assertEquals("{\"kwh\":[{\"ts\":3500,\"value\":" + first + "},{\"ts\":8000,\"value\":" + second + "}]}",
        fixture.read(
            "keys=kwh&startTs=1000&endTs=10000&interval=5000&useStrictDataTypes=true&agg=" + aggregation));
  }

  @Test
  void sevenHundredIntervalsAreTheMost() {
    String path = "/api/plugins/telemetry/DEVICE/" + fixture.device.id()
        + "/values/timeseries?keys=k&agg=SUM&startTs=0";
    assertEquals(200, fixture.rest("GET", path + "&interval=10&endTs=7000", "").status());
    assertEquals(400, fixture.rest("GET", path + "&interval=10&endTs=7001", "").status());
  }

  @Test
  void deletingTakesARangeOrAll() {
    fixture.save(BoardFixture.records(10));
    String path = "/api/plugins/telemetry/DEVICE/" + fixture.device.id() + "/timeseries/delete?keys=kwh";
    assertEquals(400, fixture.rest("DELETE", path, "").status());
    assertEquals(200, fixture.rest("DELETE", path + "&startTs=2000&endTs=4000", "").status());
    assertEquals(8, fixture.board.storedCount(fixture.device.id()));
    assertEquals(200, fixture.rest("DELETE", path + "&deleteAllDataForKeys=true", "").status());
    assertEquals(0, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void anOlderStateCanComeBack() {
    fixture.save(BoardFixture.records(5));
    SimulatedThingsBoard.Snapshot backup = fixture.board.snapshot();
    fixture.save(BoardFixture.records(9));
    fixture.board.restore(backup);
    assertEquals(5, fixture.board.storedCount(fixture.device.id()));
  }

  @Test
  void noKeyAWrongKeyAndARevokedKeyAreRefused() {
    String path = "/api/system/info";
    assertEquals(401, fixture.board.handle(BoardFixture.request("GET", path, "", Map.of())).status());
    assertTrue(fixture.board.handle(BoardFixture.request("GET", path, "", Map.of("X-Authorization", "ApiKey tb_x")))
        .body().contains("\"errorCode\":10"));
    assertEquals(3 + 86, fixture.apiKey.length());
    assertEquals("{\"version\":\"4.3.1.3\",\"artifact\":\"application\",\"name\":\"ThingsBoard\"}",
        fixture.rest("GET", path, "").body());
    fixture.board.revokeApiKey(fixture.apiKey);
    assertEquals(401, fixture.rest("GET", path, "").status());
  }

  @Test
  void anAccessTokenExpiresAndARefreshTokenGivesANewOne() throws JsonReader.Malformed {
    assertTrue(login("wrong").body().contains("\"errorCode\":10"));
    var tokens = (Json.Obj) JsonReader.read(login("secret").body());
    String access = tokens.text("token").orElseThrow();
    assertEquals(200, bearer(access).status());
    fixture.wait(Duration.ofMinutes(150));
    ServerReply expired = bearer(access);
    assertEquals(401, expired.status());
    assertTrue(expired.body().contains("\"errorCode\":11"), expired.body());
    String refresh = tokens.text("refreshToken").orElseThrow();
    assertEquals(401, bearer(refresh).status(), "a refresh token opens nothing by itself");
    var renewed = (Json.Obj) JsonReader.read(fixture.board
        .handle(BoardFixture.request("POST", "/api/auth/token", Json.obj("refreshToken", refresh).text(), Map.of()))
        .body());
    assertEquals(200, bearer(renewed.text("token").orElseThrow()).status());
  }

  private ServerReply login(String password) {
    return fixture.board.handle(BoardFixture.request("POST", "/api/auth/login",
        Json.obj("username", "tenant@example.org", "password", password).text(), Map.of()));
  }

  private ServerReply bearer(String token) {
    return fixture.board.handle(
        BoardFixture.request("GET", "/api/auth/user", "", Map.of("X-Authorization", "Bearer " + token)));
  }
}
