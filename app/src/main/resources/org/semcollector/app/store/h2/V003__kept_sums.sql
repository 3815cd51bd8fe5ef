-- what is kept added up of a meter's months and of their days, packed; id = meter << 16 | year * 12 + month - 1
CREATE TABLE IF NOT EXISTS kept_month (
  id BIGINT PRIMARY KEY,
  sums VARBINARY NOT NULL
);

CREATE TABLE IF NOT EXISTS kept_days (
  id BIGINT PRIMARY KEY,
  sums VARBINARY NOT NULL
);
