import Foundation

/// A line on standard input. The protocol stands in docs/wifi.md.
struct Question: Decodable {
  let id: Int
  let what: String
  let ssid: String?
  let bssid: String?
  let password: String?
  let former: String?
  let seconds: Double?

  enum CodingKeys: String, CodingKey {
    case id, ssid, bssid, password, former, seconds
    case what = "do"
  }
}

/// Why something was not done.
enum Failure: Error {
  case noAdapter
  case radioOff
  case locationDenied
  case notFound
  case refused(code: Int, said: String)
  case other(String)

  var fields: [String: Any] {
    switch self {
    case .noAdapter: return ["failed": "no-adapter"]
    case .radioOff: return ["failed": "radio-off"]
    case .locationDenied: return ["failed": "location-denied"]
    case .notFound: return ["failed": "not-found"]
    case .refused(let code, let said): return ["failed": "refused", "code": code, "said": said]
    case .other(let said): return ["failed": "other", "said": said]
    }
  }
}

/// Writes lines of JSON to standard output, one at a time, whatever thread they come from.
final class Speaker {
  private let lock = NSLock()

  func say(_ fields: [String: Any]) {
    guard let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys]) else { return }
    lock.lock()
    defer { lock.unlock() }
    FileHandle.standardOutput.write(data + Data([0x0a]))
  }

  /// Answers a question with what the work gives, or with why it failed.
  func answer(_ id: Int, _ work: () throws -> [String: Any]) {
    do {
      say(["id": id, "ok": try work()])
    } catch let failure as Failure {
      say(failure.fields.merging(["id": id]) { first, _ in first })
    } catch {
      say(Failure.other(error.localizedDescription).fields.merging(["id": id]) { first, _ in first })
    }
  }
}
