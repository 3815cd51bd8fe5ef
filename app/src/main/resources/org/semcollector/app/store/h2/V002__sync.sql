-- how many of a meter's readings, in stored order, may have been sent to a server
ALTER TABLE meter ADD COLUMN IF NOT EXISTS sent_readings BIGINT DEFAULT 0 NOT NULL;

-- runs that brought readings to a server; ended_at is empty when the process died in it
CREATE TABLE IF NOT EXISTS sync_run (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  server VARCHAR NOT NULL,
  ended_at TIMESTAMP(9) WITH TIME ZONE,
  outcome VARCHAR(10),
  proven BIGINT DEFAULT 0 NOT NULL,
  accepted BIGINT DEFAULT 0 NOT NULL,
  refused BIGINT DEFAULT 0 NOT NULL,
  deleted BIGINT DEFAULT 0 NOT NULL,
  lost BIGINT DEFAULT 0 NOT NULL,
  waiting BIGINT DEFAULT 0 NOT NULL,
  sentence VARCHAR DEFAULT '' NOT NULL
);
