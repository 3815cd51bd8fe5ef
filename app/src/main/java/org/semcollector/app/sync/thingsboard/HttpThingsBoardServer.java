package org.semcollector.app.sync.thingsboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.FirmwareNews;
import org.semcollector.app.sync.ServerDates;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.TelemetryServer;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.thingsboard.Judge.Api;
import org.semcollector.protocol.thingsboard.TelemetryBatch;
import org.semcollector.protocol.thingsboard.TelemetryKeys;
import tools.jackson.databind.JsonNode;

/// A ThingsBoard server over HTTP or HTTPS, releases 3.5 to 4.3.
public final class HttpThingsBoardServer implements TelemetryServer {
  private static final int DEVICES_PER_PAGE = 1_000;
  private static final int VALUES_PER_KEY = 5_000;

  private final SyncTarget target;
  private final Wire wire;
  private final Session session;
  private final RestApi api;

  /// @param clock measures how old a sign-in is
  /// @param connect longest wait for a connection
  /// @param reply longest silence of a server that has a request; ThingsBoard itself gives up after about 31 s
  public HttpThingsBoardServer(SyncTarget target, Clock clock, Duration connect, Duration reply) {
    this(target, clock, ServerDates.NONE, connect, reply);
  }

  private HttpThingsBoardServer(SyncTarget target, Clock clock, ServerDates dates, Duration connect, Duration reply) {
    this.target = target;
    this.wire = new Wire(target.baseUri(), target.trust(), dates, connect, reply);
    this.session = new Session(target, wire, clock);
    this.api = new RestApi(wire, session);
  }

  /// Opens servers with waits that suit a slow mobile network, without listening to their clocks.
  public static TelemetryServer.Opener opener(Clock clock) {
    return opener(clock, ServerDates.NONE);
  }

  /// Opens servers with waits that suit a slow mobile network.
  ///
  /// @param dates hears the server's clock
  public static TelemetryServer.Opener opener(Clock clock, ServerDates dates) {
    return target -> new HttpThingsBoardServer(target, clock, dates, Duration.ofSeconds(15), Duration.ofSeconds(60));
  }

  @Override
  public Answer<Identity> signIn() {
    return switch (session.signIn()) {
      case Answer.Not<Map<String, String>>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<Map<String, String>>(Map<String, String> headers) ->
        switch (RestApi.json(wire.get("/api/system/info", headers))) {
          case Answer.Ok<JsonNode>(JsonNode json) ->
            Answer.ok(new Identity(Optional.of(json.path("version").asString("")).filter(v -> !v.isEmpty())));
          case Answer.Not<JsonNode>(Trouble trouble) -> withoutVersion(trouble);
        };
    };
  }

  // Older servers do not have the question or let only some users ask it; what matters is that they answered as such.
  private Answer<Identity> withoutVersion(Trouble trouble) {
    return switch (trouble) {
      case Trouble.NotThingsBoard _,Trouble.RetryLater _ -> Answer.not(trouble);
      case Trouble.SignInAgain _ when target.canProve() -> Answer.not(trouble);
      case Trouble.SignInAgain _,Trouble.NotAllowed _,Trouble.NoSuchDevice _,Trouble.TooLarge _,Trouble.Refused _ ->
        Answer.ok(new Identity(Optional.empty()));
    };
  }

  @Override
  public Answer<DevicePage> devices(int page) {
    return RestApi.map(api.devices(page, DEVICES_PER_PAGE), json -> {
      var devices = new ArrayList<Device>();
      for (JsonNode device : json.path("data").values())
        devices.add(new Device(device.path("id").path("id").asString(""), device.path("name").asString("")));
      return new DevicePage(devices, json.path("hasNext").asBoolean(false));
    });
  }

  @Override
  public Answer<Optional<String>> accessToken(Device device) {
    return api.accessToken(device.id());
  }

  @Override
  public Answer<Receipt> upload(Device device, TelemetryBatch batch) {
    return api.signed(headers -> receipt(
        wire.post(timeseries(device) + "/timeseries/ANY", headers, batch.body().toArray()), Api.REST, Receipt.STORED));
  }

  @Override
  public Answer<Receipt> uploadByToken(String accessToken, TelemetryBatch batch) {
    return receipt(wire.post("/api/v1/" + RestApi.encode(accessToken) + "/telemetry", Map.of(),
        batch.body().toArray()), Api.DEVICE, Receipt.ACCEPTED);
  }

  // Both APIs answer with an empty body; whatever comes with a text is not an upload that was taken.
  private static Answer<Receipt> receipt(Answer<WireReply> answer, Api api, Receipt receipt) {
    return switch (answer) {
      case Answer.Not<WireReply>(Trouble trouble) -> Answer.not(trouble);
      case Answer.Ok<WireReply>(WireReply reply) -> {
        Optional<Trouble> trouble = Judge.trouble(reply, api);
        if (trouble.isEmpty() && !reply.body().isBlank() && Json.parse(reply.body()).isEmpty()) {
          yield Answer.not(Judge.unexpected(reply));
        }
        yield trouble.<Answer<Receipt>>map(Answer::not).orElse(Answer.ok(receipt));
      }
    };
  }

  @Override
  public Answer<Receipt> report(Device device, List<FirmwareNews> news) {
    return api.signed(headers -> receipt(
        wire.post(timeseries(device) + "/timeseries/ANY", headers, FirmwareTelemetry.body(news)), Api.REST,
        Receipt.STORED));
  }

  @Override
  public Answer<Receipt> reportByToken(String accessToken, List<FirmwareNews> news) {
    return receipt(wire.post("/api/v1/" + RestApi.encode(accessToken) + "/telemetry", Map.of(),
        FirmwareTelemetry.body(news)), Api.DEVICE, Receipt.ACCEPTED);
  }

  @Override
  public Answer<Map<Instant, String>> firmwareStates(Device device, Span span) {
    return RestApi.map(api.get(values(device, span, FirmwareTelemetry.STATE) + "&agg=NONE&orderBy=ASC&limit="
        + VALUES_PER_KEY), FirmwareTelemetry::states);
  }

  @Override
  public Answer<Tally> tally(Device device, Span span) {
    String whole = whole(span);
    Answer<JsonNode> counts = api.get(values(device, span, TelemetryKeys.CT_ID + "," + TelemetryKeys.KWH)
        + whole + "&agg=COUNT");
    if (!(counts instanceof Answer.Ok<JsonNode>(JsonNode count))) {
      return RestApi.map(counts, _ -> new Tally(0, 0, 0));
    }
    long stamps = (long) TimeseriesReplies.aggregate(count, TelemetryKeys.CT_ID);
    long energies = (long) TimeseriesReplies.aggregate(count, TelemetryKeys.KWH);
    if (energies == 0) {
      return Answer.ok(new Tally(stamps, 0, 0));
    }
    return RestApi.map(api.get(values(device, span, TelemetryKeys.KWH) + whole + "&agg=SUM"),
        sum -> new Tally(stamps, energies, TimeseriesReplies.aggregate(sum, TelemetryKeys.KWH)));
  }

  @Override
  public Answer<KeptPage> kept(Device device, Span span) {
    return RestApi.map(api.get(values(device, span, TelemetryKeys.CT_ID + "," + TelemetryKeys.KWH)
        + "&agg=NONE&orderBy=ASC&limit=" + VALUES_PER_KEY), json -> TimeseriesReplies.page(json, VALUES_PER_KEY));
  }

  @Override
  public Answer<Long> values(Device device, Span span) {
    return RestApi.map(api.get(values(device, span, String.join(",", TelemetryKeys.ALL)) + whole(span) + "&agg=COUNT"),
        count -> TelemetryKeys.ALL.stream().mapToLong(key -> (long) TimeseriesReplies.aggregate(count, key)).sum());
  }

  // Without rewriting, a dashboard that shows the latest value would show nothing until the next upload.
  @Override
  public Answer<Deleted> delete(Device device, Span span) {
    String path = timeseries(device) + "/timeseries/delete?keys=" + String.join(",", TelemetryKeys.ALL) + "&startTs="
        + span.from().toEpochMilli() + "&endTs=" + span.to().toEpochMilli()
        + "&deleteAllDataForKeys=false&deleteLatest=true&rewriteLatestIfDeleted=true";
    return RestApi.map(api.signed(headers -> receipt(wire.delete(path, headers), Api.REST, Receipt.STORED)),
        _ -> new Deleted());
  }

  private static String whole(Span span) {
    return "&interval=" + (span.to().toEpochMilli() - span.from().toEpochMilli());
  }

  private static String values(Device device, Span span, String keys) {
    return timeseries(device) + "/values/timeseries?keys=" + keys + "&startTs=" + span.from().toEpochMilli()
        + "&endTs=" + span.to().toEpochMilli();
  }

  private static String timeseries(Device device) {
    return "/api/plugins/telemetry/DEVICE/" + RestApi.encode(device.id());
  }

  @Override
  public void close() {
    wire.close();
  }
}
