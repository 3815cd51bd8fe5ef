-- what the meter said before other firmware was sent from here, and what it said afterwards; NULL: not known
ALTER TABLE restart ADD COLUMN IF NOT EXISTS version_before INT;
ALTER TABLE restart ADD COLUMN IF NOT EXISTS version_after INT;
