-- H2 commits every CREATE by itself: IF NOT EXISTS lets this script be finished after a kill in the middle of it.
-- Times of readings are milliseconds since 1970 (UTC). docs/store.md explains every table.

CREATE TABLE IF NOT EXISTS meter (
  id INT PRIMARY KEY,
  ssid VARCHAR(21) NOT NULL UNIQUE,
  name VARCHAR(200),
  zone VARCHAR(64) NOT NULL,
  firmware_version INT,
  token VARCHAR(56),
  readings BIGINT DEFAULT 0 NOT NULL,
  epochs INT DEFAULT 0 NOT NULL,
  channel_1_kwh DOUBLE PRECISION DEFAULT 0 NOT NULL,
  channel_2_kwh DOUBLE PRECISION DEFAULT 0 NOT NULL,
  channel_3_kwh DOUBLE PRECISION DEFAULT 0 NOT NULL,
  clock_set_at TIMESTAMP(9) WITH TIME ZONE,
  boots_before INT DEFAULT 0 NOT NULL,
  boots_seen INT DEFAULT 0 NOT NULL,
  clock_maybe_set_at TIMESTAMP(9) WITH TIME ZONE,
  last_collected_at TIMESTAMP(9) WITH TIME ZONE,
  last_outcome VARCHAR(20),
  on_laptop BIGINT DEFAULT 0 NOT NULL,
  accepted BIGINT DEFAULT 0 NOT NULL,
  refused BIGINT DEFAULT 0 NOT NULL
);

CREATE TABLE IF NOT EXISTS visit (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meter INT NOT NULL REFERENCES meter,
  reference VARCHAR(100) NOT NULL UNIQUE,
  started_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(9) WITH TIME ZONE,
  outcome VARCHAR(20) NOT NULL,
  new_readings INT NOT NULL,
  known_readings INT NOT NULL,
  erased BOOLEAN NOT NULL,
  outages INT NOT NULL,
  sentence VARCHAR NOT NULL
);

-- which facts of the journal are in this database
CREATE TABLE IF NOT EXISTS visit_fact (
  visit INT NOT NULL REFERENCES visit,
  fact VARCHAR(200) NOT NULL,
  new_readings INT NOT NULL,
  known_readings INT NOT NULL,
  PRIMARY KEY (visit, fact)
);

-- the byte stream of a meter between two erases
CREATE TABLE IF NOT EXISTS epoch (
  meter INT NOT NULL REFERENCES meter,
  number INT NOT NULL,
  ended VARCHAR(10) NOT NULL CHECK (ended IN ('OPEN', 'ELSEWHERE', 'PROVEN')),
  records INT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  opened_after_erase_of VARCHAR(100),
  PRIMARY KEY (meter, number)
);

-- readings placed in time together, and the evidence for it
CREATE TABLE IF NOT EXISTS stretch (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  visit VARCHAR(100) NOT NULL,
  first_reading BIGINT NOT NULL,
  last_reading BIGINT NOT NULL,
  clock_set_at TIMESTAMP(9) WITH TIME ZONE,
  boots BIGINT ARRAY NOT NULL,
  collected_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- one run of an estimator over a stretch
CREATE TABLE IF NOT EXISTS correction_run (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stretch INT NOT NULL REFERENCES stretch,
  estimator VARCHAR(40) NOT NULL,
  estimator_version INT NOT NULL,
  made_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- id = meter << 44 | epoch << 24 | position in the epoch's byte stream; raw = the record's 30 bytes
-- why: 1 raw stamp, 2 clock set, 3 before the first outage, 4 visit, 5 shared out, 6 clock never set, 7 phone app
CREATE TABLE IF NOT EXISTS reading (
  id BIGINT PRIMARY KEY,
  record BIGINT NOT NULL,
  raw VARBINARY(30) NOT NULL,
  period_seconds SMALLINT NOT NULL,
  kwh_total DOUBLE PRECISION NOT NULL,
  measured_at BIGINT NOT NULL,
  earliest BIGINT NOT NULL,
  latest BIGINT NOT NULL,
  why TINYINT NOT NULL,
  run INT NOT NULL
);

-- what a later run replaced
CREATE TABLE IF NOT EXISTS superseded_time (
  reading BIGINT NOT NULL,
  run INT NOT NULL,
  measured_at BIGINT NOT NULL,
  earliest BIGINT NOT NULL,
  latest BIGINT NOT NULL,
  why TINYINT NOT NULL,
  PRIMARY KEY (reading, run)
);

-- up to 1024 neighbouring readings and the time they span: what a query by time looks at first
CREATE TABLE IF NOT EXISTS reading_block (
  first_reading BIGINT PRIMARY KEY,
  last_reading BIGINT NOT NULL,
  first_measured BIGINT NOT NULL,
  last_measured BIGINT NOT NULL
);

-- what the server is not proven to have; state: 1 on the laptop, 2 accepted, 3 refused
CREATE TABLE IF NOT EXISTS outbox (
  reading BIGINT PRIMARY KEY,
  state TINYINT NOT NULL,
  reason VARCHAR
);
