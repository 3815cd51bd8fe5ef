package org.semcollector.app.wifi.macos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Through the helper, which steers CoreWLAN.
final class HelperWay implements MacWay {
  private final Helper helper;
  private final MacLimits limits;
  private List<AccessPoint> heard = List.of();

  HelperWay(Helper helper, MacLimits limits) {
    this.helper = helper;
    this.limits = limits;
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    Optional<JsonNode> answer = helper.ask(helper.question("scan"), limit, progress);
    if (answer.isPresent())
      heard = HelperAnswers.meters(HelperAnswers.ok(answer.get()).path("networks"));
    return heard;
  }

  @Override
  public Optional<JoinedNetwork> current() throws WifiException {
    Optional<JsonNode> answer = helper.ask(helper.question("current"), limits.question(), Progress.NONE);
    if (answer.isEmpty()) {
      helper.replace();
      throw new WifiException(new WifiFailure.TimedOut("asking macOS for its network", limits.question()));
    }
    JsonNode network = HelperAnswers.ok(answer.get()).path("network");
    return network.isObject() ? Optional.of(HelperAnswers.network(network)) : Optional.empty();
  }

  @Override
  public JoinedNetwork join(JoinRequest request, Progress progress) throws WifiException {
    ObjectNode question = helper.question("join").put("ssid", request.meter().ssid().value());
    request.meter().bssid().ifPresent(bssid -> question.put("bssid", bssid));
    request.passphrase().ifPresent(secret -> question.put("password", secret.reveal()));
    JsonNode answer = helper.ask(question, request.limit(), progress).orElseThrow(() -> new WifiException(
        new WifiFailure.TimedOut("joining " + request.meter().ssid(), request.limit())));
    return HelperAnswers.network(HelperAnswers.ok(answer, request));
  }

  @Override
  public Restored leave(MacFormer former, JoinedNetwork meter, Duration limit) throws WifiException {
    ObjectNode question = helper.question("leave").put("ssid", meter.name()).put("seconds", limit.toMillis() / 1000.0);
    former.network().ifPresent(name -> question.put("former", name));
    Optional<JsonNode> answer = helper.ask(question, limit.plus(limits.question()), Progress.NONE);
    if (answer.isEmpty())
      helper.replace(); // it hangs; its successor finds the radio as it is
    Optional<String> network = answer.map(json -> json.path("ok").path("network").asString(""))
        .filter(name -> !name.isEmpty());
    if (former.network().isPresent() && !network.equals(former.network()))
      throw new WifiException(new WifiFailure.RestoreFailed(former.network()));
    return new Restored(former.network());
  }
}
