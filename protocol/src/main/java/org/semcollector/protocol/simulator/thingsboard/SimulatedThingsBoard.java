package org.semcollector.protocol.simulator.thingsboard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.Bytes;

/// The state of a ThingsBoard server and its answers, without a socket. May be shared between threads.
///
/// The device API says 200 when telemetry is queued: it may still be lost ([#crash]) or stored late
/// ([#storeAtMost]). The REST API says 200 when it is stored.
public final class SimulatedThingsBoard {
  static final String VERSION = "4.3.1.3";

  private final InstantSource time;
  private final DeviceRegistry devices;
  private final Accounts accounts;
  private final TelemetryQueue queue = new TelemetryQueue();
  private final DeviceApi deviceApi;
  private final RestApi restApi;
  private Map<UUID, TimeSeriesStore> database = new LinkedHashMap<>();
  private Duration hangTime = Duration.ofSeconds(30);
  private double savedPerSecond = Double.POSITIVE_INFINITY;
  private Instant savingUntil = Instant.MIN;
  private @Nullable Set<String> keptKeys;
  private @Nullable PointBucket deviceLimit;
  private @Nullable Long poisonTs;

  /// A copy of everything stored, see [#snapshot].
  public static final class Snapshot {
    private final Map<UUID, TimeSeriesStore> database;

    private Snapshot(Map<UUID, TimeSeriesStore> database) {
      this.database = database;
    }
  }

  /// @param time the server's clock
  /// @param seed decides ids, tokens and keys
  public SimulatedThingsBoard(InstantSource time, long seed) {
    var random = new SplittableRandom(seed);
    this.time = time;
    this.devices = new DeviceRegistry(random.split());
    this.accounts = new Accounts(random.split());
    this.deviceApi = new DeviceApi(this);
    this.restApi = new RestApi(this, accounts);
  }

  /// The answer to one request.
  public synchronized ServerReply handle(ServerRequest request) {
    drainQueue();
    ServerReply reply = request.path().startsWith("/api/v1/") ? deviceApi.handle(request) : restApi.handle(request);
    drainQueue();
    return reply;
  }

  public synchronized SimulatedUser addTenantAdmin(String email, String password) {
    return addUser(new SimulatedUser(devices.uuid(), email, Optional.empty()), password);
  }

  /// @param customer any id; users and devices with the same one belong together
  public synchronized SimulatedUser addCustomerUser(String email, String password, UUID customer) {
    return addUser(new SimulatedUser(devices.uuid(), email, Optional.of(customer)), password);
  }

  private SimulatedUser addUser(SimulatedUser user, String password) {
    accounts.add(user, password);
    return user;
  }

  /// A key for the header `X-Authorization: ApiKey …`.
  ///
  /// @throws java.util.NoSuchElementException when there is no such user
  public synchronized String createApiKey(String email) {
    return accounts.createApiKey(email);
  }

  public synchronized void revokeApiKey(String key) {
    accounts.revoke(key);
  }

  /// How long access tokens given out from now on are valid; 9,000 s unless told otherwise.
  public synchronized void accessTokenTime(Duration newTime) {
    accounts.accessTime(newTime);
  }

  /// @param accessToken the token; empty for a new one
  public synchronized SimulatedDevice addDevice(String name, String profileName, String accessToken) {
    return devices.add(name, "", profileName, accessToken);
  }

  /// Makes a device profile under a known id, as meters carry it in their token.
  public synchronized void addProfile(String name, UUID id) {
    devices.addProfile(name, id);
  }

  /// Makes a firmware package of a profile.
  ///
  /// @param checksumAlgorithm as the server spells it, "SHA256"
  /// @param checksum said to be the file's, right or wrong
  public synchronized SimulatedFirmwarePackage addFirmware(String profileName, String title, String version,
      String checksumAlgorithm, String checksum, Bytes data) {
    var firmware = new SimulatedFirmwarePackage(devices.uuid(), devices.profile(profileName), title, version,
        checksumAlgorithm, checksum, "", data);
    restApi.firmware().add(firmware);
    return firmware;
  }

  /// The dashboards as JSON texts, oldest first.
  public synchronized List<String> dashboards() {
    return restApi.dashboards().all().stream().map(Json::text).toList();
  }

  public synchronized void assign(UUID device, UUID customer) {
    devices.replace(devices.find(device).orElseThrow().assignedTo(customer));
  }

  public synchronized List<SimulatedDevice> devices() {
    return devices.all();
  }

  /// The stored values of a device's key by time stamp, oldest first.
  public synchronized NavigableMap<Long, TelemetryValue> stored(UUID device, String key) {
    drainQueue();
    return store(device).all(key);
  }

  /// All stored values of a device.
  public synchronized int storedCount(UUID device) {
    drainQueue();
    return store(device).size();
  }

  /// How many records were accepted by the device API but are not stored yet.
  public synchronized int queued() {
    drainQueue();
    return queue.size();
  }

  /// How fast the queue of the device API reaches the database; [Double#POSITIVE_INFINITY], the start value, for at
  /// once, 0 for never.
  public synchronized void storeAtMost(double recordsPerSecond) {
    drainQueue();
    queue.recordsPerSecond(recordsPerSecond);
  }

  /// How fast the database takes what the REST API saves: answers wait until it has it. [Double#POSITIVE_INFINITY],
  /// the start value, for at once.
  public synchronized void saveAtMost(double recordsPerSecond) {
    savedPerSecond = recordsPerSecond;
  }

  /// From now on the values of other keys are thrown away, so that more readings fit the memory.
  public synchronized void keepOnly(Set<String> keys) {
    keptKeys = Set.copyOf(keys);
  }

  /// The server process dies and comes back: what was only queued is lost.
  public synchronized void crash() {
    drainQueue();
    queue.clear();
  }

  /// What is stored now, for a later [#restore].
  public synchronized Snapshot snapshot() {
    drainQueue();
    return new Snapshot(copy(database));
  }

  /// The database is put back to an older state, as from a backup.
  public synchronized void restore(Snapshot snapshot) {
    queue.clear();
    database = copy(snapshot.database);
  }

  /// Limits data points (values) through the device API as a tenant profile does: `capacity` at once, refilled over
  /// `period`. A request with more points than that never passes.
  public synchronized void limitDevicePoints(int capacity, Duration period) {
    deviceLimit = new PointBucket(capacity, period, now());
  }

  /// From now on any upload that contains this time stamp is refused.
  public synchronized void poison(long ts) {
    poisonTs = ts;
  }

  /// How long a request hangs that the real server never answers by itself; 30 s unless told otherwise.
  public synchronized void hangTime(Duration newTime) {
    hangTime = newTime;
  }

  Instant now() {
    return time.instant();
  }

  DeviceRegistry registry() {
    return devices;
  }

  TelemetryQueue queue() {
    return queue;
  }

  Duration hangTime() {
    return hangTime;
  }

  TimeSeriesStore store(UUID device) {
    return database.computeIfAbsent(device, _ -> new TimeSeriesStore(Optional.ofNullable(keptKeys)));
  }

  boolean passesDeviceLimit(int points) {
    return deviceLimit == null || deviceLimit.take(points, now());
  }

  /// How long the database needs until it has these records too, after what it is still busy with.
  Duration storing(int records) {
    if (Double.isInfinite(savedPerSecond))
      return Duration.ZERO;
    Instant now = now();
    Instant start = savingUntil.isAfter(now) ? savingUntil : now;
    savingUntil = start.plusNanos((long) (records * 1e9 / savedPerSecond));
    return Duration.between(now, savingUntil);
  }

  boolean isPoisoned(List<TelemetryRecord> records) {
    Long poison = poisonTs;
    return poison != null && records.stream().anyMatch(entry -> entry.ts() == poison);
  }

  private void drainQueue() {
    queue.drain(now(), (device, entry) -> store(device).put(entry));
  }

  private static Map<UUID, TimeSeriesStore> copy(Map<UUID, TimeSeriesStore> original) {
    var copy = new LinkedHashMap<UUID, TimeSeriesStore>();
    original.forEach((device, store) -> copy.put(device, store.copy()));
    return copy;
  }
}
