package org.semcollector.protocol.simulator.thingsboard;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeviceRestApiTest {
  private static final UUID CUSTOMER = new UUID(5, 5);
  private final BoardFixture fixture = new BoardFixture();

  @Test
  void devicesComeInPages() throws JsonReader.Malformed {
    for (int i = 0; i < 24; i++) {
      fixture.board.addDevice("Meter %02d".formatted(i), "SEM", "");
    }
    var page = (Json.Obj) JsonReader
        .read(fixture.rest("GET", "/api/tenant/deviceInfos?pageSize=10&page=2&sortProperty=name&sortOrder=ASC", "")
            .body());
    assertEquals(Json.num(25), page.get("totalElements").orElseThrow());
    assertEquals(Json.num(3), page.get("totalPages").orElseThrow());
    assertEquals(new Json.Bool(false), page.get("hasNext").orElseThrow());
    var devices = ((Json.Arr) page.get("data").orElseThrow()).elements();
    assertEquals(5, devices.size());
    assertEquals("Meter 23", ((Json.Obj) devices.getLast()).text("name").orElseThrow());
    assertEquals(400, fixture.rest("GET", "/api/tenant/deviceInfos?pageSize=0&page=0", "").status());
    assertTrue(fixture.rest("GET", "/api/tenant/deviceInfos?pageSize=10&page=9", "").body().contains("\"data\":[]"));
    assertTrue(fixture.rest("GET", "/api/tenant/deviceInfos?pageSize=10&page=0&textSearch=bak", "").body()
        .contains("\"totalElements\":1"));
  }

  @Test
  void aDeviceIsFoundByNameAndItsTokenById() {
    assertTrue(fixture.rest("GET", "/api/tenant/devices?deviceName=Bakery", "").body()
        .contains(fixture.device.id().toString()));
    assertEquals(404, fixture.rest("GET", "/api/tenant/devices?deviceName=Nothing", "").status());
    assertTrue(fixture.rest("GET", "/api/device/" + fixture.device.id() + "/credentials", "").body()
        .contains("\"credentialsId\":\"" + BoardFixture.TOKEN + "\""));
  }

  @Test
  void aNewTypeMakesAProfileAndANameIsTakenOnce() {
    ServerReply made = fixture.rest("POST", "/api/device?accessToken=ABCDEFGHIJKLMNOPQRST",
        "{\"name\":\"Dairy\",\"type\":\"SEM three-phase\"}");
    assertEquals(200, made.status());
    assertTrue(fixture.rest("GET", "/api/deviceProfileInfos?pageSize=10&page=0", "").body()
        .contains("SEM three-phase"));
    assertEquals(200, fixture.device("ABCDEFGHIJKLMNOPQRST", "{\"k\":1}").status());
    ServerReply again = fixture.rest("POST", "/api/device", "{\"name\":\"Dairy\",\"type\":\"x\"}");
    assertEquals(400, again.status());
    assertTrue(again.body().contains("Device with such name already exists!"));
  }

  @Test
  void aCustomerUserSeesAndFillsOnlyItsOwnDevices() {
    SimulatedDevice own = fixture.board.addDevice("Own", "SEM", "");
    fixture.board.assign(own.id(), CUSTOMER);
    fixture.board.addCustomerUser("customer@example.org", "secret", CUSTOMER);
    var key = Map.of("X-Authorization", "ApiKey " + fixture.board.createApiKey("customer@example.org"));
    assertEquals(403, status("GET", "/api/tenant/deviceInfos?pageSize=10&page=0", "", key));
    assertEquals(403, status("POST", "/api/device", "{\"name\":\"x\"}", key));
    assertEquals(200, status("GET", "/api/customer/" + CUSTOMER + "/deviceInfos?pageSize=10&page=0", "", key));
    assertEquals(200, status("GET", "/api/device/" + own.id() + "/credentials", "", key));
    assertEquals(403, status("GET", "/api/device/" + fixture.device.id() + "/credentials", "", key));
    String write = "/api/plugins/telemetry/DEVICE/%s/timeseries/ANY";
    assertEquals(200, status("POST", write.formatted(own.id()), "{\"k\":1}", key));
    assertEquals(403, status("POST", write.formatted(fixture.device.id()), "{\"k\":1}", key));
  }

  private int status(String method, String target, String body, Map<String, String> headers) {
    return fixture.board.handle(BoardFixture.request(method, target, body, headers)).status();
  }
}
