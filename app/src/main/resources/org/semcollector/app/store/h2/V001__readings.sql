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

-- readings placed in time together, and the evidence for it; run = the one whose times count now
CREATE TABLE IF NOT EXISTS stretch (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  visit VARCHAR(100) NOT NULL,
  first_reading BIGINT NOT NULL,
  last_reading BIGINT NOT NULL,
  clock_set_at TIMESTAMP(9) WITH TIME ZONE,
  boots BIGINT ARRAY NOT NULL,
  collected_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  run INT NOT NULL
);

CREATE INDEX IF NOT EXISTS stretch_first_reading ON stretch (first_reading);

-- one run of an estimator over a stretch
CREATE TABLE IF NOT EXISTS correction_run (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stretch INT NOT NULL REFERENCES stretch,
  estimator VARCHAR(40) NOT NULL,
  estimator_version INT NOT NULL,
  made_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- up to 1024 neighbouring readings of one epoch: keys, the time they span, the channels' energy before them, and how far
-- they are on their way to a server; a key is meter << 44 | epoch << 24 | position in the epoch's byte stream
CREATE TABLE IF NOT EXISTS reading_pack (
  first_key BIGINT PRIMARY KEY,
  last_key BIGINT NOT NULL,
  readings SMALLINT NOT NULL,
  first_record BIGINT NOT NULL,
  first_measured BIGINT NOT NULL,
  last_measured BIGINT NOT NULL,
  channel_1_kwh DOUBLE PRECISION NOT NULL,
  channel_2_kwh DOUBLE PRECISION NOT NULL,
  channel_3_kwh DOUBLE PRECISION NOT NULL,
  on_laptop SMALLINT NOT NULL,
  accepted SMALLINT NOT NULL,
  refused SMALLINT NOT NULL,
  layout VARBINARY NOT NULL,
  states VARBINARY NOT NULL
);

-- the verbatim 30-byte records of a pack
CREATE TABLE IF NOT EXISTS pack_records (
  first_key BIGINT PRIMARY KEY,
  records VARBINARY NOT NULL
);

-- the times of a pack that count now
CREATE TABLE IF NOT EXISTS pack_times (
  first_key BIGINT PRIMARY KEY,
  times VARBINARY NOT NULL
);

-- the times a run gave to a stretch, kept when another run takes its place; parts of 1024 readings, counted from 0
CREATE TABLE IF NOT EXISTS run_times (
  run INT NOT NULL REFERENCES correction_run,
  part INT NOT NULL,
  times VARBINARY NOT NULL,
  PRIMARY KEY (run, part)
);

-- why the server refused a reading
CREATE TABLE IF NOT EXISTS refusal (
  reading BIGINT PRIMARY KEY,
  reason VARCHAR NOT NULL
);

-- times a server may have for readings that have another time now; reading is 0 when it is not known which one
CREATE TABLE IF NOT EXISTS stale_stamp (
  meter INT NOT NULL REFERENCES meter,
  stamp BIGINT NOT NULL,
  reading BIGINT NOT NULL,
  PRIMARY KEY (meter, stamp, reading)
);
