package org.semcollector.app.secret.files;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.semcollector.app.secret.SecretException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Names and secrets as one sealed text: `{"schemaVersion":1,"key":"key-file","salt":…,"nonce":…,"sealed":…}`, the last
/// three in Base64; AES-256 in GCM, so that a changed byte is noticed. Every writing takes a new salt and nonce.
final class SealedJson {
  private static final int VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final SealKey key;
  private final SecureRandom random;

  SealedJson(SealKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  String seal(Map<String, String> secrets) throws SecretException {
    byte[] salt = randomBytes(SALT_BYTES);
    byte[] nonce = randomBytes(NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, salt, nonce, true);
      ObjectNode json = mapper.createObjectNode();
      json.put("schemaVersion", VERSION);
      json.put("key", key.kind());
      json.put("salt", base64(salt));
      json.put("nonce", base64(nonce));
      json.put("sealed", base64(cipher.doFinal(mapper.writeValueAsBytes(new TreeMap<>(secrets)))));
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (GeneralSecurityException e) {
      throw new SecretException("The sign-in cannot be encrypted on this computer, so it is not kept.", e);
    }
  }

  /// @throws GeneralSecurityException when the key is another one, or a byte was changed
  /// @throws IllegalArgumentException when the text is no such file
  Map<String, String> open(String text) throws SecretException, GeneralSecurityException {
    JsonNode json;
    try {
      json = mapper.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
    if (json.path("schemaVersion").asInt(0) != VERSION)
      throw new IllegalArgumentException("it is of another version of this program");
    if (!key.kind().equals(json.path("key").asString("")))
      throw new GeneralSecurityException("it was closed with a " + json.path("key").asString(""));
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, bytes(json, "salt"), bytes(json, "nonce"), false);
    Map<String, String> secrets = new TreeMap<>();
    mapper.readTree(cipher.doFinal(bytes(json, "sealed"))).properties()
        .forEach(entry -> secrets.put(entry.getKey(), entry.getValue().asString("")));
    return secrets;
  }

  private Cipher cipher(int mode, byte[] salt, byte[] nonce, boolean make)
      throws SecretException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(salt, make), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((VERSION + " " + key.kind()).getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(JsonNode json, String field) {
    return Base64.getDecoder().decode(json.path(field).asString(""));
  }
}
