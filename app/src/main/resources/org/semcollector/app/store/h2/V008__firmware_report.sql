-- what a server should know of firmware that meters were sent from here; at: milliseconds since 1970 (UTC)
CREATE TABLE IF NOT EXISTS firmware_report (
  meter INT NOT NULL REFERENCES meter,
  at BIGINT NOT NULL,
  state VARCHAR(12) NOT NULL,
  number INT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  runs INT,
  error VARCHAR NOT NULL,
  mark VARCHAR(10) NOT NULL,
  PRIMARY KEY (meter, at)
);
