-- boots that were no outages: other firmware was sent from here
CREATE TABLE IF NOT EXISTS restart (
  meter INT NOT NULL REFERENCES meter,
  from_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  to_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (meter, from_at)
);
