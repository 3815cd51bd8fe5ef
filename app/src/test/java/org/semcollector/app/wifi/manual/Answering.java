package org.semcollector.app.wifi.manual;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterToken;

/// Something that answers at the meters' address; requests without a reply find nobody.
public final class Answering implements MeterClient.Factory {
  public static final MeterToken TOKEN = new MeterToken("abcdefghijklmnopqrst",
      UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100"));

  private final Map<Endpoint, MeterReply> replies = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, MeterException.Kind> failures = new EnumMap<>(Endpoint.class);
  public int asked;

  /// A meter with a token.
  public static Answering meter() {
    return new Answering().with(Endpoint.VERSION, 200, "102").with(Endpoint.TOKEN, TOKEN);
  }

  /// A router's page for everything.
  public static Answering router() {
    String page = "<html><title>Router</title></html>";
    return new Answering().with(Endpoint.VERSION, 200, page).with(Endpoint.TOKEN, 200, page);
  }

  public Answering with(Endpoint endpoint, int status, String body) {
    replies.put(endpoint, new MeterReply(status, Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8))));
    return this;
  }

  public Answering with(Endpoint endpoint, MeterToken token) {
    replies.put(endpoint, new MeterReply(200, token.encode()));
    return this;
  }

  public Answering failing(Endpoint endpoint, MeterException.Kind kind) {
    failures.put(endpoint, kind);
    return this;
  }

  @Override
  public MeterClient open(URI baseUri) {
    asked++;
    return new MeterClient() {
      @Override
      public MeterReply get(Endpoint endpoint, Progress progress) throws MeterException {
        MeterReply reply = replies.get(endpoint);
        if (reply == null || failures.containsKey(endpoint))
          throw new MeterException(failures.getOrDefault(endpoint, MeterException.Kind.UNREACHABLE), endpoint,
              Bytes.EMPTY, new IllegalStateException("scripted"));
        return reply;
      }

      @Override
      public MeterReply post(Endpoint endpoint, Bytes body) {
        throw new AssertionError("nothing may be changed");
      }

      @Override
      public MeterReply sendFirmware(Bytes image, int number, Progress progress) {
        throw new AssertionError("nothing may be changed");
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
