import CoreWLAN
import Foundation

/// The Mac's radio. Scanning and joining block for seconds: only one queue calls them.
final class Radio {
  private static let meter = "SEM-"
  private let consent: LocationConsent
  /// What was left for a meter; nil when in none.
  private var former: String?
  private var atMeter: String?

  init(consent: LocationConsent) {
    self.consent = consent
  }

  /// Networks in range.
  func scan() throws -> [String: Any] {
    let radio = try interface()
    try consent.require()
    let networks = try radio.scanForNetworks(withSSID: nil)
    return ["networks": networks.compactMap(describe)]
  }

  /// The network this Mac is in.
  func current() throws -> [String: Any] {
    let radio = try interface()
    guard let ssid = radio.ssid() else {
      // without the consent a Mac in a network looks like one in none, but for its channel
      if radio.wlanChannel() != nil && radio.rssiValue() != 0 {
        try consent.require()
      }
      return ["network": NSNull()]
    }
    return ["network": network(radio, ssid)]
  }

  /// Joins a network, by one radio only where its address is given.
  func join(ssid: String, bssid: String?, password: String?) throws -> [String: Any] {
    let radio = try interface()
    try consent.require()
    let heard = try radio.scanForNetworks(withName: ssid).filter { network in
      bssid == nil || network.bssid.map(Radio.plain) == bssid
    }
    guard let target = heard.max(by: { $0.rssiValue < $1.rssiValue }) else { throw Failure.notFound }
    if let now = radio.ssid(), !now.hasPrefix(Radio.meter) {
      former = now
    }
    atMeter = ssid
    do {
      try radio.associate(to: target, password: password)
    } catch let error as NSError {
      throw Failure.refused(code: error.code, said: error.localizedDescription)
    }
    guard wait(5, until: { radio.ssid() == ssid }) else { throw Failure.notFound }
    return network(radio, ssid)
  }

  /// Leaves a meter. The former network is asked for by its name, whose password the system keeps; where that does not
  /// help, switching the radio off and on lets the system choose.
  func leave(meter: String?, former name: String?, seconds: Double) throws -> [String: Any] {
    let radio = try interface()
    defer {
      atMeter = nil
      former = nil
    }
    if let name = name, radio.ssid() == name {
      return ["network": name]
    }
    radio.disassociate()
    if let meter = meter ?? atMeter, let device = radio.interfaceName {
      run("/usr/sbin/networksetup", ["-removepreferredwirelessnetwork", device, meter])
    }
    guard let name = name, let device = radio.interfaceName else { return ["network": NSNull()] }
    run("/usr/sbin/networksetup", ["-setairportnetwork", device, name])
    if !wait(seconds / 2, until: { radio.ssid() == name }) {
      try radio.setPower(false)
      Thread.sleep(forTimeInterval: 1)
      try radio.setPower(true)
      _ = wait(seconds / 2, until: { radio.ssid() == name })
    }
    return ["network": radio.ssid() ?? NSNull()]
  }

  /// The program that asked is gone: back to where it came from.
  func leaveIfJoined() {
    if let meter = atMeter {
      _ = try? leave(meter: meter, former: former, seconds: 20)
    }
  }

  private func interface() throws -> CWInterface {
    guard let radio = CWWiFiClient.shared().interface() else { throw Failure.noAdapter }
    guard radio.powerOn() else { throw Failure.radioOff }
    return radio
  }

  private func network(_ radio: CWInterface, _ ssid: String) -> [String: Any] {
    var fields: [String: Any] = ["ssid": ssid, "interface": radio.interfaceName ?? "en0"]
    fields["bssid"] = radio.bssid().map(Radio.plain)
    return fields
  }

  private func describe(_ network: CWNetwork) -> [String: Any]? {
    guard let ssid = network.ssid else { return nil }
    var fields: [String: Any] = ["ssid": ssid, "rssi": network.rssiValue, "security": security(network)]
    fields["bssid"] = network.bssid.map(Radio.plain)
    let channel: CWChannel? = network.wlanChannel
    fields["frequency"] = channel.flatMap(frequency)
    return fields
  }

  private func security(_ network: CWNetwork) -> String {
    if network.supportsSecurity(.wpa2Personal) || network.supportsSecurity(.wpaPersonalMixed)
      || network.supportsSecurity(.wpa3Transition) || network.supportsSecurity(.wpaPersonal) {
      return "wpa2"
    }
    if network.supportsSecurity(.wpa3Personal) {
      return "wpa3"
    }
    return network.supportsSecurity(.none) ? "open" : "other"
  }

  /// Centre of a channel of 20 MHz, in MHz.
  private func frequency(_ channel: CWChannel) -> Int? {
    switch channel.channelBand {
    case .band2GHz: return channel.channelNumber == 14 ? 2484 : 2407 + 5 * channel.channelNumber
    case .band5GHz: return 5000 + 5 * channel.channelNumber
    case .band6GHz: return 5950 + 5 * channel.channelNumber
    default: return nil
    }
  }

  /// With two digits everywhere, in lower case.
  private static func plain(_ address: String) -> String {
    address.lowercased().split(separator: ":").map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: ":")
  }

  private func wait(_ seconds: Double, until done: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while !done() {
      if Date() > end { return false }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return true
  }

  private func run(_ program: String, _ arguments: [String]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return }
    process.waitUntilExit()
  }
}
