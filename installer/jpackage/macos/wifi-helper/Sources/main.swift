import Foundation

// Questions come as lines of JSON and are answered as such. Scans and joins are done one after the other; what is known at
// once is answered at once. When the input ends, the program that asked is gone: the former network is brought back.

signal(SIGPIPE, SIG_IGN)

let speaker = Speaker()
let consent = LocationConsent()
let radio = Radio(consent: consent)
let work = DispatchQueue(label: "radio")

func handle(_ question: Question) {
  switch question.what {
  case "scan":
    work.async { speaker.answer(question.id) { try radio.scan() } }
  case "join":
    work.async {
      speaker.answer(question.id) {
        guard let ssid = question.ssid else { throw Failure.other("join without a name") }
        return try radio.join(ssid: ssid, bssid: question.bssid, password: question.password)
      }
    }
  case "leave":
    work.async {
      speaker.answer(question.id) {
        try radio.leave(meter: question.ssid, former: question.former, seconds: question.seconds ?? 20)
      }
    }
  case "current":
    speaker.answer(question.id) { try radio.current() }
  case "permission":
    speaker.answer(question.id) { ["location": consent.word] }
  default:
    speaker.answer(question.id) { throw Failure.other("unknown question: \(question.what)") }
  }
}

speaker.say(["hello": "sem-wifi-helper", "protocol": 1])

Thread.detachNewThread {
  while let line = readLine() {
    guard let question = try? JSONDecoder().decode(Question.self, from: Data(line.utf8)) else { continue }
    DispatchQueue.main.async { handle(question) }
  }
  work.async {
    radio.leaveIfJoined()
    exit(0)
  }
}

RunLoop.main.run()
