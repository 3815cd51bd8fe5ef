package org.semcollector.protocol.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.reading.ReadingCodec;

/// The firmware's handlers, one per request it knows.
final class MeterRoutes {
  private static final String VERSION_HEADER = "X-FIRMWARE-VERSION";
  private static final MeterReply BAD_REQUEST = new MeterReply.Answer(400, "Bad Request", Bytes.EMPTY, 1);

  private final SimulatedMeter meter;
  private final MeterFlash flash;

  MeterRoutes(SimulatedMeter meter, MeterFlash flash) {
    this.meter = meter;
    this.flash = flash;
  }

  /// Unknown paths, wrong methods and unwanted firmware are answered without reading the body.
  Optional<MeterReply> refusalBeforeBody(MeterRequest request) {
    boolean get = request.method().equals("GET");
    boolean post = request.method().equals("POST");
    boolean allowed = switch (request.path()) {
      case "/", "/telemetry", "/powerloss_log", "/reset" -> get;
      case "/version" -> get && meter.version().number() > 0;
      case "/token" -> get || post;
      case "/time", "/ota" -> post;
      default -> false;
    };
    if (!allowed)
      return Optional.of(isKnown(request.path()) ? MeterReply.Refusal.WRONG_METHOD : MeterReply.Refusal.NOT_FOUND);
    boolean unwanted = request.path().equals(Endpoint.OTA.path()) && !isNewer(request);
    return unwanted ? Optional.of(BAD_REQUEST) : Optional.empty();
  }

  private boolean isKnown(String path) {
    return path.equals("/") || Arrays.stream(Endpoint.values())
        .anyMatch(endpoint -> endpoint.path().equals(path)
            && (endpoint != Endpoint.VERSION || meter.version().number() > 0));
  }

  MeterReply handle(MeterRequest request) {
    return refusalBeforeBody(request).orElseGet(() -> switch (request.path()) {
      case "/version" -> MeterReply.Answer.text(Integer.toString(meter.version().number()));
      case "/token" -> request.method().equals("GET") ? sendToken() : storeToken(request.body());
      case "/telemetry" -> MeterReply.Answer.ok(flash.telemetry(), ReadingCodec.RECORD_LENGTH);
      case "/powerloss_log" -> MeterReply.Answer.ok(flash.powerLosses(), PowerLossFile.BLOCK_LENGTH);
      case "/time" -> setTime(request.body());
      case "/reset" -> meter.erase() ? MeterReply.Answer.done() : MeterReply.Answer.internalError("cannot erase");
      case "/ota" -> update(request);
      default -> MeterReply.Answer.text("<html><body>You should not be here.</body></html>");
    });
  }

  private MeterReply sendToken() {
    Optional<Bytes> token = flash.token();
    if (token.isEmpty())
      return MeterReply.Answer.internalError("no token");
    return isText(token.get())
        ? MeterReply.Answer.ok(token.get(), MeterFlash.TOKEN_LENGTH)
        : new MeterReply.Unfinished(token.get(), MeterFlash.TOKEN_LENGTH);
  }

  private MeterReply storeToken(Bytes body) {
    return isText(flash.storeToken(body)) ? MeterReply.Answer.done() : MeterReply.Answer.internalError("not UTF-8");
  }

  /// The first eight bytes, as if zeros followed a shorter body; what comes after them is never read.
  private MeterReply setTime(Bytes body) {
    byte[] eight = Arrays.copyOf(body.toArray(), Long.BYTES);
    long millis = ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return meter.setClock(millis) ? MeterReply.Answer.done() : MeterReply.Answer.internalError("time not stored");
  }

  private MeterReply update(MeterRequest request) {
    if (!OtaImageCheck.accepts(request.body()))
      return MeterReply.Answer.internalError("not a valid image");
    meter.restartWith(Integer.parseUnsignedInt(request.header(VERSION_HEADER).orElseThrow()));
    return new MeterReply.NoAnswer();
  }

  private boolean isNewer(MeterRequest request) {
    String text = request.header(VERSION_HEADER).orElse("");
    try {
      return Integer.compareUnsigned(Integer.parseUnsignedInt(text), meter.version().number()) > 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean isText(Bytes bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.buffer());
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
