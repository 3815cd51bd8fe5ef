package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.firmware.AppDescription;
import org.semcollector.protocol.firmware.FirmwareImage;
import org.semcollector.protocol.firmware.ImageInspector;
import org.semcollector.protocol.firmware.ImageReport;
import org.semcollector.protocol.firmware.ImageSegment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "image", description = "Whether a firmware file is whole and made for SEM meters.")
final class ImageCommand extends SemCommand {
  @Parameters(paramLabel = "FILE", description = "a firmware image")
  @Nullable
  Path file;

  ImageCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    Path chosen = file;
    if (chosen == null)
      throw new CliException(ExitCode.USAGE, "Say which file.");
    return switch (ImageInspector.inspect(FirmwareFile.read(chosen))) {
      case ImageReport.Sound(FirmwareImage image) -> sound(image);
      case ImageReport.Unsound unsound -> throw new CliException(chosen + " must not be sent to a meter: "
          + unsound.words() + ". No meter was touched; fetch the file again.");
    };
  }

  private int sound(FirmwareImage image) {
    if (common.json) {
      printJson(document(image));
      return ExitCode.DONE;
    }
    print("Sound: " + image.length() + " of " + FirmwareImage.SLOT_LENGTH + " bytes, for " + image.chip().title() + ", "
        + image.segments().size() + " segments, check sum and SHA-256 hold.");
    for (ImageSegment segment : image.segments())
      print("  " + segment.loadAddressHex() + "  " + segment.length() + " bytes at " + segment.offset());
    image.description().ifPresent(build -> print("Built " + build.builtAt() + " as " + build.projectName()
        + " with ESP-IDF " + build.idfVersion() + "; it calls itself version " + build.version()
        + ", which is not the firmware's number."));
    print("SHA-256 of the file: " + image.sha256());
    return ExitCode.DONE;
  }

  private static Map<String, Object> document(FirmwareImage image) {
    var row = new LinkedHashMap<String, Object>();
    row.put("bytes", image.length());
    row.put("chip", image.chip().title());
    row.put("sha256", image.sha256());
    row.put("segments", image.segments().stream().map(segment -> Map.of("loadAddress", segment.loadAddressHex(),
        "offset", segment.offset(), "bytes", segment.length())).toList());
    image.description().ifPresent(build -> row.put("build", describe(build)));
    return row;
  }

  private static Map<String, Object> describe(AppDescription build) {
    var row = new LinkedHashMap<String, Object>();
    row.put("project", build.projectName());
    row.put("version", build.version());
    row.put("builtAt", build.builtAt());
    row.put("idf", build.idfVersion());
    row.put("elfSha256", build.elfSha256());
    return row;
  }
}
