package org.semcollector.app.wifi.windows;

import java.net.URI;
import java.util.Optional;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

/// Windows's numbers in the words of this program: error codes of functions, and reasons why a connection failed
/// (wlanreason of the Windows SDK). Reasons come in ranges: 0x2.... the service, 0x3.... the radio, 0x4.... the keys,
/// 0x8.... the profile; in each, 0x.8000 and up are about connecting.
final class WlanFailures {
  /// The page of Windows's settings with the two switches.
  static final URI LOCATION_SETTINGS = URI.create("ms-settings:privacy-location");

  private static final int NOT_VISIBLE = 0x28002;
  private static final int FIRST_POLICY = 0x28003;
  private static final int LAST_POLICY = 0x28007;
  private static final int NETWORK_NOT_AVAILABLE = 0x2800b;
  private static final int KEY_MISMATCH = 0x2800d;
  private static final int ASSOCIATION_FAILURE = 0x38002;
  private static final int ASSOCIATION_TIMEOUT = 0x38003;
  private static final int SECURITY_FAILURE = 0x38006;
  private static final int SECURITY_TIMEOUT = 0x38007;
  private static final int DRIVER_DISCONNECTED = 0x3800b;
  private static final int NO_VISIBLE_AP = 0x38014;
  private static final int FIRST_SECURITY = 0x40000;
  private static final int LAST_SECURITY = 0x4ffff;
  private static final int KEY_LENGTH = 0x40003;
  private static final int PSK_LENGTH = 0x40004;
  private static final int PASSPHRASE_CHARACTER = 0x40016;
  private static final int FIRST_KEY_EXCHANGE = 0x48001;
  private static final int KEY_CANCELLED = 0x48011;

  private WlanFailures() {}

  /// A function failed that Windows 11 lets only programs use that may know the place.
  static WifiException scanning(WlanException e) {
    return e.code() == WlanException.ACCESS_DENIED ? new WifiException(location(), e) : of(e);
  }

  static WifiFailure location() {
    return new WifiFailure.PermissionDenied(WifiFailure.Right.LOCATION,
        "Windows counts scanning for Wi-Fi as knowing where you are: in Settings, Privacy & security, Location, switch on "
            + "«Location services» and «Let desktop apps access your location», then try again. A meter can be "
            + "joined by its name without it.",
        Optional.of(LOCATION_SETTINGS));
  }

  /// A function failed that needs no consent to location.
  static WifiException of(WlanException e) {
    return new WifiException(switch (e.code()) {
      case WlanException.ACCESS_DENIED -> policy();
      case WlanException.RADIO_OFF -> new WifiFailure.RadioOff(false);
      case WlanException.SERVICE_NOT_ACTIVE, WlanException.SERVER_UNAVAILABLE ->
        new WifiFailure.Unsupported("The running service «WLAN AutoConfig» of Windows");
      case WlanException.INVALID_PARAMETER, WlanException.NOT_FOUND -> new WifiFailure.NoAdapter();
      default -> new WifiFailure.Other(String.valueOf(e.getMessage()));
    }, e);
  }

  private static WifiFailure policy() {
    return new WifiFailure.PermissionDenied(WifiFailure.Right.POLICY,
        "A rule of this computer forbids this network, for example while a cable is plugged in. Ask the one who looks "
            + "after this computer; pull the cable and try again.",
        Optional.empty());
  }

  /// Why a meter could not be joined.
  static WifiFailure joining(JoinRequest request, int reason) {
    Ssid meter = request.meter().ssid();
    boolean noneKnown = request.passphrase().isEmpty();
    if (isAboutKey(reason) || (noneKnown && reason >= FIRST_SECURITY && reason <= LAST_SECURITY))
      return new WifiFailure.WrongPassword(meter, noneKnown);
    if (reason >= FIRST_POLICY && reason <= LAST_POLICY)
      return policy();
    return switch (reason) {
      case NOT_VISIBLE, NETWORK_NOT_AVAILABLE, NO_VISIBLE_AP, ASSOCIATION_FAILURE, ASSOCIATION_TIMEOUT,
          DRIVER_DISCONNECTED ->
        new WifiFailure.NotFound(meter);
      case SECURITY_TIMEOUT -> new WifiFailure.TimedOut("agreeing on keys with " + meter,
          request.limit());
      default -> new WifiFailure.Other("Windows could not join, for reason 0x" + Integer.toHexString(reason));
    };
  }

  /// Everything in the exchange of keys goes wrong for a wrong one: most often 0x48014, a suspected mismatch, else one
  /// of its messages does not come or is not understood.
  static boolean isAboutKey(int reason) {
    return switch (reason) {
      case KEY_MISMATCH, SECURITY_FAILURE, KEY_LENGTH, PSK_LENGTH, PASSPHRASE_CHARACTER -> true;
      default -> reason >= FIRST_KEY_EXCHANGE && reason <= LAST_SECURITY && reason != KEY_CANCELLED;
    };
  }
}
