package org.semcollector.app.meter.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.meter.MeterReply;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// One meter's web server during one visit.
final class HttpMeterClient implements MeterClient {
  private static final int LONGEST_SHORT_BODY = 64 * 1024;
  private static final int LONGEST_BODY = 8 * 1024 * 1024;
  private static final int READ_BUFFER = 16 * 1024;
  private static final int OK = 200;
  private static final String VERSION_HEADER = "X-FIRMWARE-VERSION";

  private final CloseableHttpClient client;
  private final URI baseUri;
  private final RequestConfig firmwareRequests;

  /// @param firmwareRequests how requests with firmware are made: the meter takes its time
  HttpMeterClient(CloseableHttpClient client, URI baseUri, RequestConfig firmwareRequests) {
    this.client = client;
    this.baseUri = baseUri;
    this.firmwareRequests = firmwareRequests;
  }

  @Override
  public MeterReply get(Endpoint endpoint, Progress progress) throws MeterException {
    return exchange(endpoint, new HttpGet(baseUri.resolve(endpoint.path())), progress);
  }

  @Override
  public MeterReply post(Endpoint endpoint, Bytes body) throws MeterException {
    var request = new HttpPost(baseUri.resolve(endpoint.path()));
    request.setEntity(new ByteArrayEntity(body.toArray(), null));
    return exchange(endpoint, request, Progress.NONE);
  }

  @Override
  public MeterReply sendFirmware(Bytes image, int number, Progress progress) throws MeterException {
    var request = new HttpPost(baseUri.resolve(Endpoint.OTA.path()));
    request.setHeader(VERSION_HEADER, Integer.toUnsignedString(number));
    request.setEntity(new WatchedEntity(image.toArray(), progress));
    request.setConfig(firmwareRequests);
    return exchange(Endpoint.OTA, request, progress);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private MeterReply exchange(Endpoint endpoint, HttpUriRequestBase request, Progress progress) throws MeterException {
    var body = new ReplyBody(longest(endpoint), progress);
    var watch = CancelWatch.start(request, progress);
    try (watch) {
      return receive(request, body);
    } catch (IOException e) {
      request.cancel(); // nothing is drained: the rest of a broken reply may never come
      throw new MeterException(watch.cancelled() ? MeterException.Kind.CANCELLED : Failures.kind(e, body), endpoint,
          body.bytes(), e);
    } catch (IllegalStateException e) {
      // The client says so of a connection that a cancel took from under it between its lease and its use.
      if (!watch.cancelled())
        throw e;
      throw new MeterException(MeterException.Kind.CANCELLED, endpoint, body.bytes(), e);
    }
  }

  private MeterReply receive(HttpUriRequestBase request, ReplyBody body) throws IOException {
    if (body.cancelled())
      throw new IOException("cancelled before the request");
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    body.begin();
    if (response.getCode() / 100 == 3) {
      throw new NotAMeterException("a redirect: the sign-in page of some network");
    }
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      if (response.getCode() == OK && isOpenEnded(entity)) {
        throw new NotAMeterException("a body without length or chunks: its end cannot be told from a cut");
      }
      copy(entity, body);
    }
    response.close();
    return new MeterReply(response.getCode(), body.bytes());
  }

  private static boolean isOpenEnded(HttpEntity entity) {
    return entity.getContentLength() < 0 && !entity.isChunked();
  }

  private static void copy(HttpEntity entity, ReplyBody body) throws IOException {
    body.expect(entity.getContentLength());
    InputStream in = entity.getContent();
    var buffer = new byte[READ_BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      body.add(buffer, n);
    }
    body.end();
  }

  private static int longest(Endpoint endpoint) {
    return switch (endpoint) {
      case TELEMETRY, POWER_LOSS_LOG -> LONGEST_BODY;
      case VERSION, TOKEN, TIME, RESET, OTA -> LONGEST_SHORT_BODY;
    };
  }
}
