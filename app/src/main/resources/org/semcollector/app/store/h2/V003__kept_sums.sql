-- what is kept added up of a meter's month, packed; id = meter << 16 | year * 12 + month - 1
CREATE TABLE IF NOT EXISTS kept_sums (
  id BIGINT PRIMARY KEY,
  sums VARBINARY NOT NULL
);
