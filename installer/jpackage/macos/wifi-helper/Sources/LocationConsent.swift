import CoreLocation
import Foundation

/// The user's consent to knowing the place, without which macOS keeps the names of networks to itself. Only a program
/// with a delegate and a running main loop gets its question shown.
final class LocationConsent: NSObject, CLLocationManagerDelegate {
  private let manager = CLLocationManager()

  override init() {
    super.init()
    manager.delegate = self
  }

  var word: String {
    switch manager.authorizationStatus {
    case .authorizedAlways: return "granted"
    case .denied: return "denied"
    case .restricted: return "restricted"
    case .notDetermined: return "undetermined"
    @unknown default: return "granted"
    }
  }

  /// Shows the question when it was not answered yet; the answer counts from the next scan on.
  func require() throws {
    if word == "undetermined" {
      DispatchQueue.main.async { self.manager.requestWhenInUseAuthorization() }
    }
    if word != "granted" {
      throw Failure.locationDenied
    }
  }

  func locationManagerDidChangeAuthorization(_ manager: CLLocationManager) {
    // asked for when needed
  }
}
