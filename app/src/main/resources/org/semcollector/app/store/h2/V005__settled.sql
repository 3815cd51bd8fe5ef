-- up to where the times of a meter are settled: a text of the code that settles them
CREATE TABLE IF NOT EXISTS settled_times (
  meter INT PRIMARY KEY REFERENCES meter,
  mark VARCHAR(200) NOT NULL
);
