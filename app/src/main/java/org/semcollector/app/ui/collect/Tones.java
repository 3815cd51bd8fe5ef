package org.semcollector.app.ui.collect;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Short tones, loud enough for a street: rising for good news, falling for bad.
public final class Tones implements Chime {
  private static final Logger LOG = LoggerFactory.getLogger(Tones.class);
  private static final int RATE = 22_050;
  private static final int TONE_MS = 140;
  private static final int PAUSE_MS = 40;
  private static final double LOUD = 0.8;
  /// The tone swells and fades so long, or it clicks.
  private static final int EDGE_MS = 10;

  @Override
  public void play(Sound sound) {
    Thread.ofVirtual().name("chime").start(() -> write(samples(frequencies(sound))));
  }

  private static int[] frequencies(Sound sound) {
    return switch (sound) {
      case COLLECTED -> new int[]{880, 1175};
      case FAILED -> new int[]{440, 330};
      case WALK_ON -> new int[]{660, 880, 1320};
      case ENDED -> new int[]{880, 1100, 1320, 1760};
    };
  }

  /// 16-bit samples, little end first.
  static byte[] samples(int... frequencies) {
    int tone = RATE * TONE_MS / 1000;
    int pause = RATE * PAUSE_MS / 1000;
    byte[] samples = new byte[2 * frequencies.length * (tone + pause)];
    int at = 0;
    for (int frequency : frequencies) {
      for (int i = 0; i < tone + pause; i++) {
        int value = i < tone ? (int) (Short.MAX_VALUE * LOUD * edge(i, tone) * wave(frequency, i)) : 0;
        samples[at++] = (byte) value;
        samples[at++] = (byte) (value >> Byte.SIZE);
      }
    }
    return samples;
  }

  private static double wave(int frequency, int i) {
    return Math.sin(2 * Math.PI * frequency * i / RATE);
  }

  private static double edge(int i, int length) {
    double edge = RATE * EDGE_MS / 1000.0;
    return Math.min(1, Math.min(i, length - i) / edge);
  }

  private static void write(byte[] samples) {
    AudioFormat format = new AudioFormat(RATE, Short.SIZE, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      line.write(samples, 0, samples.length);
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      LOG.info("no sound on this computer: {}", e.toString());
    }
  }
}
