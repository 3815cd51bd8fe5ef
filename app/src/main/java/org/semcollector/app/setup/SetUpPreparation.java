package org.semcollector.app.setup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.setup.PrepareResult.Prepared;
import org.semcollector.app.setup.PrepareResult.Refused;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Prepares set-ups one by one: which meter is to get which device's token.
public final class SetUpPreparation {
  private final PreparedSetUps prepared;
  private final MeterStore meters;
  private final SetUpSentences sentences;

  public SetUpPreparation(PreparedSetUps prepared, MeterStore meters, SetUpSentences sentences) {
    this.prepared = prepared;
    this.meters = meters;
    this.sentences = sentences;
  }

  /// All prepared set-ups, by SSID.
  public List<PreparedSetUp> all() throws IOException {
    return prepared.all();
  }

  /// Prepares a meter for a device. One token on two meters would mix their readings, and a meter that has a token
  /// already is somebody's: both are done only when insisted on. What was prepared with this token for another meter and
  /// not done yet is then taken back.
  ///
  /// @param tokenText access token and device profile, as a meter keeps them
  /// @param name what people will call the meter
  public PrepareResult prepare(Ssid ssid, String tokenText, Optional<String> name, boolean insist)
      throws IOException, StoreException {
    Optional<MeterToken> token = TokenText.parse(tokenText);
    if (token.isEmpty())
      return new Refused(sentences.token(tokenText).orElse(""), false);
    Optional<String> doubt = doubt(ssid, token.get());
    if (doubt.isPresent() && !insist)
      return new Refused(doubt.get(), true);
    for (PreparedSetUp other : prepared.all()) {
      if (isSame(other.token(), token.get()) && !other.ssid().equals(ssid) && other.doneAt().isEmpty())
        prepared.remove(other.ssid());
    }
    Optional<PreparedSetUp> before = prepared.of(ssid);
    var setUp = new PreparedSetUp(ssid, token.get(), name.or(() -> before.flatMap(PreparedSetUp::name)),
        before.flatMap(PreparedSetUp::site),
        before.filter(known -> known.token().equals(token.get())).flatMap(PreparedSetUp::doneAt));
    prepared.keep(List.of(setUp));
    return new Prepared(setUp);
  }

  /// Forgets what was prepared for a meter. A meter that was set up stays as it is.
  public void takeBack(Ssid ssid) throws IOException {
    prepared.remove(ssid);
  }

  private Optional<String> doubt(Ssid ssid, MeterToken token) throws IOException, StoreException {
    for (MeterRow meter : meters.meters()) {
      boolean same = meter.ssid().equals(ssid);
      boolean sameToken = meter.token().filter(known -> isSame(known, token)).isPresent();
      if (sameToken && !same)
        return Optional.of(sentences.text("prepare.token.on.meter", meter.ssid().value(), meter.name()));
      if (same && meter.token().isPresent() && !sameToken)
        return Optional.of(sentences.text("prepare.meter.has.token", meter.ssid().value(), meter.name()));
    }
    for (PreparedSetUp other : prepared.all()) {
      boolean same = other.ssid().equals(ssid);
      boolean sameToken = isSame(other.token(), token);
      if (sameToken && !same)
        return Optional.of(sentences.text(other.doneAt().isPresent() ? "prepare.token.done" : "prepare.token.prepared",
            other.ssid().value()));
      if (same && !sameToken)
        return Optional.of(sentences.text("prepare.meter.prepared", ssid.value(), other.name().orElse(ssid.value())));
    }
    return Optional.empty();
  }

  // The profile beside it may differ: what tells devices apart is the access token.
  private static boolean isSame(MeterToken one, MeterToken other) {
    return one.accessToken().equals(other.accessToken());
  }
}
