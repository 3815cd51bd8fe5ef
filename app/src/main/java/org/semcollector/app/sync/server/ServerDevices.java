package org.semcollector.app.sync.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.task.Progress;

/// The devices of a server and our meters, side by side.
public final class ServerDevices {
  private static final int QUESTIONS_AT_ONCE = 4;

  private final ServerClient.Opener servers;
  private final MeterStore meters;
  private final ServerSentences sentences;

  public ServerDevices(ServerClient.Opener servers, MeterStore meters, ServerSentences sentences) {
    this.servers = servers;
    this.meters = meters;
    this.sentences = sentences;
  }

  /// All devices the sign-in may see, by name, with their tokens and meters. Cancelled, it tells those it knows.
  public List<ServerDevice> list(SyncTarget target, Progress progress) throws ServerException, StoreException {
    try (ServerClient server = servers.open(target)) {
      return list(server, progress);
    }
  }

  List<ServerDevice> list(ServerClient server, Progress progress) throws ServerException, StoreException {
    List<DeviceInfo> devices = devices(server, progress);
    Map<String, String> tokens = tokens(server, devices, progress);
    return matched(devices, tokens, meters.meters());
  }

  /// Makes the device of a meter, under the meter's name and with its token where it has one.
  ///
  /// @param profile name of the device profile
  public ServerDevice create(SyncTarget target, MeterRow meter, String profile) throws ServerException {
    Optional<String> token = meter.token().map(known -> known.accessToken());
    String label = meter.name().equals(meter.ssid().value()) ? "" : meter.ssid().value();
    try (ServerClient server = servers.open(target)) {
      DeviceInfo made = sentences.need(server.create(new NewDevice(meter.name(), label, profile, token)));
      return new ServerDevice(made, sentences.need(server.accessToken(made)), Optional.of(meter));
    }
  }

  /// Gives a meter the name of its device.
  public void takeName(ServerDevice device) throws StoreException {
    if (device.meter().isPresent())
      meters.rename(device.meter().get().ssid(), device.device().name());
  }

  /// Device profiles, by name.
  public List<DeviceProfile> profiles(SyncTarget target) throws ServerException {
    try (ServerClient server = servers.open(target)) {
      return profiles(server, sentences);
    }
  }

  static List<DeviceProfile> profiles(ServerClient server, ServerSentences sentences) throws ServerException {
    List<DeviceProfile> profiles = new ArrayList<>();
    Page<DeviceProfile> page;
    int number = 0;
    do {
      page = sentences.need(server.profiles(number++));
      profiles.addAll(page.entries());
    } while (page.more() && !page.entries().isEmpty());
    return profiles;
  }

  private List<DeviceInfo> devices(ServerClient server, Progress progress) throws ServerException {
    List<DeviceInfo> devices = new ArrayList<>();
    Page<DeviceInfo> page;
    int number = 0;
    do {
      page = sentences.need(server.devices(number++));
      devices.addAll(page.entries());
    } while (page.more() && !page.entries().isEmpty() && !progress.cancelled());
    return devices;
  }

  /// The tokens by device; a few questions at once, because each is a round trip.
  private Map<String, String> tokens(ServerClient server, List<DeviceInfo> devices, Progress progress)
      throws ServerException {
    Map<String, String> tokens = new ConcurrentHashMap<>();
    List<Trouble> troubles = Collections.synchronizedList(new ArrayList<>());
    var permits = new Semaphore(QUESTIONS_AT_ONCE);
    var asked = new Asked(progress, devices.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (DeviceInfo device : devices) {
        permits.acquireUninterruptibly();
        if (progress.cancelled() || !troubles.isEmpty())
          break;
        threads.execute(() -> {
          try {
            switch (token(server, device)) {
              case Answer.Ok<Optional<String>>(Optional<String> token) ->
                token.ifPresent(text -> tokens.put(device.id(), text));
              case Answer.Not<Optional<String>>(Trouble trouble) -> troubles.add(trouble);
            }
            asked.one();
          } finally {
            permits.release();
          }
        });
      }
    }
    if (!troubles.isEmpty())
      throw new ServerException(sentences.of(troubles.getFirst()));
    return tokens;
  }

  /// Of many questions one may fail on the way, and a device may be deleted, or be another's, by the time it is asked.
  private static Answer<Optional<String>> token(ServerClient server, DeviceInfo device) {
    Answer<Optional<String>> answer = server.accessToken(device);
    if (answer instanceof Answer.Not<Optional<String>>(Trouble.RetryLater _))
      answer = server.accessToken(device);
    return answer instanceof Answer.Not<Optional<String>>(Trouble trouble)
        && (trouble instanceof Trouble.NoSuchDevice || trouble instanceof Trouble.NotAllowed)
            ? Answer.ok(Optional.empty())
            : answer;
  }

  /// How many questions are answered; told in order, whatever thread is faster.
  private static final class Asked {
    private final Progress progress;
    private final int total;
    private int done;

    Asked(Progress progress, int total) {
      this.progress = progress;
      this.total = total;
    }

    synchronized void one() {
      progress.at(++done, total);
    }
  }

  /// A meter with a token belongs to the device with that token and to no other; one without, to the device named like it.
  private static List<ServerDevice> matched(List<DeviceInfo> devices, Map<String, String> tokens,
      List<MeterRow> meters) {
    Map<String, MeterRow> byToken = new HashMap<>();
    Map<String, MeterRow> byName = new HashMap<>();
    for (MeterRow meter : meters) {
      if (meter.token().isPresent()) {
        byToken.put(meter.token().get().accessToken(), meter);
      } else {
        byName.put(meter.name(), meter);
        byName.put(meter.ssid().value(), meter);
      }
    }
    return devices.stream().map(device -> {
      Optional<String> token = Optional.ofNullable(tokens.get(device.id()));
      Optional<MeterRow> meter = token.map(byToken::get).or(() -> Optional.ofNullable(byName.get(device.name())));
      return new ServerDevice(device, token, meter);
    }).toList();
  }
}
