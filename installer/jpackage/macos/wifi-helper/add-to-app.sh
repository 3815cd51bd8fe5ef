#!/usr/bin/env bash
# Builds the Wi-Fi helper, puts it into an app image that jpackage made, tells macOS why both need location and local
# network, and signs both. Run on a Mac with Xcode's command line tools:
#
#   add-to-app.sh "SEM Collector.app" ["Developer ID Application: …"]
#
# Without an identity both are signed for this Mac only ("-"); macOS then asks for consent again after every build.
# Afterwards: jpackage --app-image "SEM Collector.app" --type dmg …
set -euo pipefail

app=$1
identity=${2:--}
here=$(cd "$(dirname "$0")" && pwd)
helper=$app/Contents/Helpers/SemWifiHelper.app

rm -rf "$helper"
mkdir -p "$helper/Contents/MacOS"
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
for arch in arm64 x86_64; do
  swiftc -O -target "$arch-apple-macos13.0" -o "$build/$arch" "$here"/Sources/*.swift \
    -framework CoreWLAN -framework CoreLocation
done
lipo -create -output "$helper/Contents/MacOS/sem-wifi-helper" "$build/arm64" "$build/x86_64"
cp "$here/Info.plist" "$helper/Contents/Info.plist"

# the app answers for what its helper asks: it needs the same reasons
for key in NSLocationUsageDescription NSLocationWhenInUseUsageDescription NSLocalNetworkUsageDescription; do
  reason=$(/usr/libexec/PlistBuddy -c "Print :$key" "$here/Info.plist")
  /usr/libexec/PlistBuddy -c "Delete :$key" "$app/Contents/Info.plist" 2>/dev/null || true
  /usr/libexec/PlistBuddy -c "Add :$key string $reason" "$app/Contents/Info.plist"
done

# from the inside out: the app's seal covers its helper
options=(--force --options runtime --sign "$identity")
[ "$identity" = - ] || options+=(--timestamp)
codesign "${options[@]}" --entitlements "$here/helper.entitlements" "$helper"
codesign "${options[@]}" --entitlements "$here/app.entitlements" "$app"
codesign --verify --strict --verbose=2 "$app"
